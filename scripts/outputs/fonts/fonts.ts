import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { deserialize } from "node:v8";
import { Worker } from "node:worker_threads";
import subsetFont from "subset-font";
import { hashedName } from "../../lib/files.ts";
import { ContentFailure } from "../../problems/problem.ts";
import { fallbackFaces } from "./fallbacks.ts";
import { chineseCharacters } from "./glyphs.ts";
import { characterMap } from "./opentype.ts";

/** A font file of the site: its name changes with its bytes. */
interface FontFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Fonts {
  /** Newsreader 400, the common characters. */
  readonly regular: FontFile;
  /** Newsreader 400, all others in use. */
  readonly signs: FontFile;
  readonly semibold: FontFile;
  readonly italic: FontFile;
  readonly headings: FontFile;
  /** All `@font-face` rules, the fallbacks' too; outside of any cascade layer. */
  readonly css: string;
  /**
   * The Chinese characters that the heading font has, for `isCoveredBy`: those of the headings,
   * but for rare ones that Noto Serif SC lacks.
   */
  readonly glyphs: string;
}

interface FontRequest {
  /** The address of their folder as stylesheets name it, base path included; ends with `/`. */
  readonly folder: string;
  /** Every text that may be set in Newsreader: of both languages, markup left out. */
  readonly texts: readonly string[];
  /** The Chinese headings of the fixed pages and the names. */
  readonly headings: readonly string[];
}

/**
 * Makes the site's fonts: Newsreader 400, 600 and italic 400 with the Latin characters in use, one
 * file a weight, as most pages set only the first, and that one in two, as few pages have the rarer
 * signs; and Noto Serif SC 500 with the characters of the headings. In a thread of its own: the
 * programs that it runs keep a hundred megabytes for as long as their thread lives.
 *
 * @throws ContentFailure when the headings need more characters than their budget holds
 */
export async function makeFonts(request: FontRequest): Promise<Fonts> {
  const worker = new Worker(new URL(import.meta.resolve("./fonts-worker.mjs")), {
    workerData: request,
  });
  try {
    // Rejects with what the thread throws.
    const [bytes] = await once(worker, "message");
    const fonts: Fonts = deserialize(bytes);
    assertHeadingBudget(fonts);
    return fonts;
  } finally {
    await worker.terminate();
  }
}

/**
 * Most bytes of the Chinese file, which fixed headings fill and no news. The Latin ones need no limit:
 * what the typeface has is all they can grow to, and a page may have 60 kB of fonts.
 */
const headingBudget = 18_000;

function assertHeadingBudget({ headings, glyphs }: Fonts): void {
  const { length } = headings.bytes;
  if (length <= headingBudget) return;
  throw new ContentFailure([
    {
      rule: "font-too-large",
      severity: "error",
      path: "content/zh",
      line: 1,
      column: 1,
      message: `the Chinese heading font takes ${length} bytes for ${[...glyphs].length} different characters, more than ${headingBudget}`,
      remedy: "use fewer different characters in the headings of the fixed pages",
    },
  ]);
}

/** All that a Chinese text is set in, so that its quotation marks are full-width ones. */
const chineseRange =
  "U+B7,U+2014,U+2018-2019,U+201C-201D,U+2026,U+3000-303F,U+3400-4DBF,U+4E00-9FFF,U+FF00-FFEF";

/** What the thread does: see {@link makeFonts}. */
export async function cutFonts({ folder, texts, headings: titles }: FontRequest): Promise<Fonts> {
  const [roman, slanted, han] = await Promise.all([
    source("@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2"),
    source("@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2"),
    source("@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-500-normal.woff2"),
  ]);
  const whole = await unpackFont(roman, { wght: 400 });
  const has = characterMap(whole);
  const all = latinCharacters(texts).filter((character) => has.has(codePoint(character)));
  const rest = all.filter((character) => !commonLatin.includes(character));
  // Figures are tabular as they stand.
  const latinFile = (name: string, from: Buffer, wght: number, characters: readonly string[]) =>
    fontFile(name, from, characters, ["kern", "liga"], { wght });
  const regular = await latinFile("newsreader", roman, 400, commonLatin);
  const signs = await latinFile("newsreader-signs", roman, 400, rest);
  const semibold = await latinFile("newsreader-semibold", roman, 600, all);
  const italic = await latinFile("newsreader-italic", slanted, 400, all);
  const wanted = inOrder(titles.flatMap(chineseCharacters));
  // Forms of punctuation for vertical lines stay.
  const headings = await fontFile("noto-serif-sc", han, wanted, ["vert"], {});
  const drawn = characterMap(await unpackFont(headings.bytes));
  const fallbacks = fallbackFaces({
    regular: whole,
    semibold: await unpackFont(roman, { wght: 600 }),
    italic: await unpackFont(slanted, { wght: 400 }),
  });

  // What arrives too late for the first view waits for the next page: text that was read once never
  // moves. With `swap` it did, wherever the fallback broke a line elsewhere.
  const face = (family: string, look: string, { name }: FontFile, range: string) =>
    `@font-face{font-family:"${family}";src:url("${folder}${name}") format("woff2");${look};font-display:optional;unicode-range:${range}}`;
  const upright = (weight: number) => `font-style:normal;font-weight:${weight}`;
  const css = [
    face("Newsreader", upright(400), regular, unicodeRange(commonLatin)),
    face("Newsreader", upright(400), signs, unicodeRange(rest)),
    face("Newsreader", upright(600), semibold, unicodeRange(all)),
    face("Newsreader", "font-style:italic;font-weight:400", italic, unicodeRange(all)),
    // Without its italic, for letters that browsers slope.
    face("Newsreader Roman", upright(400), regular, unicodeRange(commonLatin)),
    face("Noto Serif SC", upright(500), headings, chineseRange),
    fallbacks,
  ].join("");
  const glyphs = wanted.filter((character) => drawn.has(codePoint(character))).join("");
  return { regular, signs, semibold, italic, headings, css, glyphs };
}

/**
 * What every page sets in its first view: letters, figures and the commonest signs. So few that the
 * file arrives in the first round trip of a new connection, and always the same, so that it stays in
 * the browser's cache whatever news says.
 */
const commonLatin = inOrder(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \u00A0.,:;!?()-–’“”°′@·",
);

/** ASCII, the signs that editors or the layouts may use any day, and whatever else the texts have. */
function latinCharacters(texts: readonly string[]): string[] {
  const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index));
  const others = texts.flatMap((text) => text.match(/[^\0-\x7f]/gu) ?? []);
  return inOrder([...ascii, ..."\u00A0“”‘’–—…·°′″é£€×−©", ...others]);
}

/** Characters by code point, each once. */
function inOrder(characters: Iterable<string>): string[] {
  return [...new Set(characters)].sort((a, b) => codePoint(a) - codePoint(b));
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function source(name: string): Promise<Buffer> {
  return readFile(createRequire(import.meta.url).resolve(name));
}

/**
 * @param keepFeatures OpenType features that stay
 * @param variationAxes values that variable axes are pinned to
 */
async function fontFile(
  name: string,
  from: Buffer,
  characters: readonly string[],
  keepFeatures: string[],
  variationAxes: Record<string, number>,
): Promise<FontFile> {
  const options = { targetFormat: "woff2", keepFeatures, variationAxes } as const;
  const bytes = await subsetFont(from, characters.join(""), options);
  return { name: hashedName(`${name}.woff2`, bytes), bytes };
}

/** The CSS `unicode-range` of exactly these characters, which stand in order: `U+20-7E,U+A0`. */
function unicodeRange(characters: readonly string[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const code of characters.map(codePoint)) {
    const range = ranges.at(-1);
    if (range && range[1] === code - 1) range[1] = code;
    else ranges.push([code, code]);
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return ranges
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(",");
}

/** A font out of its WOFF2 wrapping, all glyphs kept, for reading its tables. */
export function unpackFont(font: Buffer, variationAxes: Record<string, number> = {}) {
  return subsetFont(font, undefined, { keepAllGlyphs: true, targetFormat: "sfnt", variationAxes });
}
