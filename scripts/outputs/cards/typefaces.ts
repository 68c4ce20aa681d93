import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Blob, Buffer, Direction, Face, Feature, Font, shape } from "harfbuzzjs";
import type { Language } from "../../lib/languages.ts";
import { unpackFont } from "../fonts/fonts.ts";
import { newsreader } from "../fonts/newsreader.ts";

/** A glyph where a text puts it, in parts of the font size, y downwards. */
interface Glyph {
  /** SVG path data in units of the font, y upwards. */
  readonly outline: string;
  /** Parts of the font size that a unit of the outline is. */
  readonly unit: number;
  readonly x: number;
  readonly y: number;
  /** What it blackens, from its own place: left, top, right, bottom. None for a space. */
  readonly ink: readonly [number, number, number, number] | undefined;
}

/** A shaped piece of text. */
export interface Shaped {
  readonly glyphs: readonly Glyph[];
  readonly width: number;
}

/** A font file, ready to set text from left to right as outlines. */
interface Typeface {
  has(character: string): boolean;
  shape(text: string): Shaped;
}

/**
 * Opens a font. No system font and no system text engine has a part in it, so that every machine
 * draws the same.
 *
 * @param font sfnt
 */
function openTypeface(font: Uint8Array): Typeface {
  const face = new Face(new Blob(font));
  const sized = new Font(face);
  const unit = 1 / face.upem;
  // Figures in titles are as wide as they are, not as wide as in tables.
  const features = [new Feature("pnum", 1)];
  const buffer = new Buffer();
  return {
    has: (character) => sized.nominalGlyph(character.codePointAt(0) ?? 0) !== undefined,
    shape(text) {
      buffer.reset();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      buffer.setDirection(Direction.LTR);
      shape(sized, buffer, features);
      const positions = buffer.getGlyphPositions();
      let pen = 0;
      const glyphs = buffer.getGlyphInfos().map(({ codepoint: glyph }, index) => {
        const { xAdvance, xOffset, yOffset } = positions[index] ?? noAdvance;
        const extents = sized.glyphExtents(glyph);
        const placed = {
          outline: sized.glyphToPath(glyph),
          unit,
          x: (pen + xOffset) * unit,
          y: -yOffset * unit,
          ink: extents && inkOf(extents, unit),
        };
        pen += xAdvance;
        return placed;
      });
      return { glyphs, width: pen * unit };
    },
  };
}

const noAdvance = { xAdvance: 0, xOffset: 0, yOffset: 0 };

/** HarfBuzz measures from the top left upwards: heights are negative. */
function inkOf(
  {
    xBearing,
    yBearing,
    width,
    height,
  }: Record<"xBearing" | "yBearing" | "width" | "height", number>,
  unit: number,
): Glyph["ink"] {
  if (width === 0 || height === 0) return undefined;
  return [
    xBearing * unit,
    -yBearing * unit,
    (xBearing + width) * unit,
    -(yBearing + height) * unit,
  ];
}

/** Both are sturdy enough for a card that is shown a third as large. */
const latin = "Newsreader 500";
const noto = (part: string) =>
  `@fontsource/noto-serif-sc/files/noto-serif-sc-${part}-500-normal.woff2`;

const require = createRequire(import.meta.url);
const opened = new Map<string, Promise<Typeface>>();

/**
 * The first font of the project that has a character, or undefined. Fonts are unpacked when a
 * character first needs them, once a process.
 *
 * @param chinese whether Noto Serif SC goes before Newsreader, for marks that both have
 */
export async function typefaceOf(
  character: string,
  chinese: boolean,
): Promise<Typeface | undefined> {
  const whole = noto("chinese-simplified");
  const common = chinese ? [whole, latin] : [latin, whole];
  return (await firstWith(character, common)) ?? (await firstWith(character, rare(character)));
}

async function firstWith(
  character: string,
  files: Iterable<string>,
): Promise<Typeface | undefined> {
  for (const file of files) {
    const typeface = await open(file);
    if (typeface.has(character)) return typeface;
  }
  return undefined;
}

function open(file: string): Promise<Typeface> {
  const typeface = opened.get(file) ?? unpack(file);
  opened.set(file, typeface);
  return typeface;
}

async function unpack(file: string): Promise<Typeface> {
  if (file === latin) return openTypeface(await newsreader("500Medium"));
  return openTypeface(await unpackFont(await readFile(require.resolve(file))));
}

let parts: Record<string, string> | undefined;

/** The files of Noto Serif SC's other characters, 100 or 200 in each, which list what they may have. */
function* rare(character: string): Generator<string> {
  parts ??= require("@fontsource/noto-serif-sc/unicode.json") as Record<string, string>;
  const code = character.codePointAt(0) ?? 0;
  for (const [part, ranges] of Object.entries(parts)) {
    const may = ranges.split(",").some((range) => isWithin(code, range));
    if (may) yield noto(part.replace(/[[\]]/g, ""));
  }
}

/** `U+4e00-9fff`, `U+b7`. */
function isWithin(code: number, range: string): boolean {
  const [first = "", last = first] = range.replace("U+", "").split("-");
  return code >= Number.parseInt(first, 16) && code <= Number.parseInt(last, 16);
}

/** A character with its marks, and the font that sets it. */
export interface Cluster {
  readonly text: string;
  readonly typeface: Typeface;
}

/** A letter with more of them is no word of any language, and would stand out above its line. */
const mostMarks = 2;

/** A text as the project's fonts can set it. */
interface Settable {
  readonly clusters: readonly Cluster[];
  /** Whether nothing that can be seen had to be left out. */
  readonly isWhole: boolean;
}

/**
 * Chooses a font for each character. Left out are those that none has (rare Chinese ones, emoji, scripts
 * other than Latin, Cyrillic and Chinese, and with them everything that sets from right to left) and
 * those that cannot be seen (control, format, private use).
 */
export async function chooseTypefaces(text: string, language: Language): Promise<Settable> {
  const normal = text
    .normalize("NFC")
    .replace(/[^\S\u00A0]+/gu, " ")
    .replace(/[\p{C}\p{Variation_Selector}]/gu, "");
  const inChinese = new Set(language === "zh" ? chineseCharacters(normal) : []);
  const clusters: Cluster[] = [];
  let isWhole = true;
  for (const [whole] of normal.matchAll(/\P{M}\p{M}*/gu)) {
    const [base = "", ...marks] = whole;
    const chinese = inChinese.has(base) || chineseCharacters(base).length > 0;
    const typeface = await typefaceOf(base, chinese);
    const kept = marks.filter((mark) => typeface?.has(mark)).slice(0, mostMarks);
    if (!typeface || kept.length < marks.length) isWhole = false;
    if (!typeface) continue;
    const isSecondSpace = base === " " && (clusters.at(-1)?.text ?? " ") === " ";
    if (!isSecondSpace) clusters.push({ text: base + kept.join(""), typeface });
  }
  if (clusters.at(-1)?.text === " ") clusters.pop();
  return { clusters, isWhole };
}

/** Han characters, Chinese punctuation and full-width forms. */
const chinese = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Marks that both scripts use: in a Chinese text they are set in the Chinese font. */
const shared = /[“”‘’—…·]/u;

/** The characters of a text that a Chinese font sets, in order; none where the text has no Chinese. */
function chineseCharacters(text: string): string[] {
  if (!chinese.test(text)) return [];
  return [...text].filter((character) => chinese.test(character) || shared.test(character));
}
