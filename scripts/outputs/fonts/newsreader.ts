import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Blob, Face, Feature, Font, Buffer as Run, shape } from "harfbuzzjs";
import { type Composite, readComposite, withComposites } from "./composites.ts";
import { characterMap, encodeCharacterMap, withTables } from "./opentype.ts";

/** The weights and slopes of Newsreader that are set, as their package names them. */
type Cut = "400Regular" | "400Regular_Italic" | "500Medium" | "600SemiBold";

/**
 * Newsreader with all letters of pinyin, of which it has but some, as sfnt. Its figures are tabular, and
 * have a feature that makes them proportional.
 */
export async function newsreader(cut: Cut): Promise<Buffer> {
  const name = `@expo-google-fonts/newsreader/${cut}/Newsreader_${cut}.ttf`;
  const font = await readFile(createRequire(import.meta.url).resolve(name));
  const glyphs = characterMap(font);
  return withLetters(
    font,
    composePinyin((letter) => readComposite(font, glyphs.get(codePoint(letter)) ?? 0)),
  );
}

/**
 * The same font with figures that are proportional without a feature, which would have both kinds in
 * each file: 900 bytes. They are not kerned, which takes 600 more.
 */
export function withProportionalFigures(font: Buffer): Buffer {
  const run = new Run();
  run.addText(figures);
  run.guessSegmentProperties();
  shape(new Font(new Face(new Blob(font))), run, [new Feature("pnum", 1)]);
  const glyphs = run.getGlyphInfos();
  const composites = run.getGlyphPositions().map(({ xAdvance }, index) => {
    const { codepoint: glyph = 0 } = glyphs[index] ?? {};
    return [figures[index] ?? "", { advance: xAdvance, parts: [{ glyph, x: 0, y: 0 }] }] as const;
  });
  return withLetters(font, new Map(composites));
}

/** The digits, each of which Newsreader has in two widths. */
export const figures = "0123456789";

function withLetters(font: Buffer, composites: ReadonlyMap<string, Composite>): Buffer {
  const { tables, first } = withComposites(font, [...composites.values()]);
  const glyphs = characterMap(font);
  for (const [index, letter] of [...composites.keys()].entries()) {
    glyphs.set(codePoint(letter), first + index);
  }
  return withTables(font, { ...tables, cmap: encodeCharacterMap(glyphs) });
}

/**
 * Letters that Newsreader lacks, and how it composes others: the first is to the second what the third
 * is to the fourth.
 */
const analogies = ["ǎāěē", "ǐīěē", "ǒōěē", "ǔūěē", "ǹńèé", "ǖüȫö", "ǘǖéē", "ǚǖěē", "ǜǖèē"];

function composePinyin(read: (letter: string) => Composite): Map<string, Composite> {
  const composed = new Map<string, Composite>();
  for (const analogy of [...analogies, ...analogies.map((letters) => letters.toUpperCase())]) {
    const [letter = "", ...others] = analogy;
    const [model, accented, other] = others.map((one) => composed.get(one) ?? read(one));
    const [last, accent, instead] = [model, accented, other].map((one) => one?.parts.at(-1));
    if (!model || !last || !accent || !instead) throw new Error(`${letter} cannot be composed`);
    const moved = { x: last.x + accent.x - instead.x, y: last.y + accent.y - instead.y };
    // The accent comes in place of another one, or above it.
    const kept = model.parts.slice(
      0,
      accented?.parts.length === other?.parts.length ? -1 : undefined,
    );
    composed.set(letter, { ...model, parts: [...kept, { ...accent, ...moved }] });
  }
  return composed;
}

/** The number of the first character. */
export function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}
