import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { deserialize } from "node:v8";
import { Worker } from "node:worker_threads";
import subsetFont from "subset-font";
import { hashedName } from "../../lib/files.ts";
import { ContentFailure } from "../../problems/problem.ts";
import { fallbackFaces } from "./fallbacks.ts";
import { codePoint, figures, newsreader, withProportionalFigures } from "./newsreader.ts";
import { characterMap } from "./opentype.ts";

/** A font file of the site: its name changes with its bytes. */
interface FontFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Fonts {
  /** Newsreader 400, the common characters. */
  readonly regular: FontFile;
  /** Newsreader 400, all others in use, and tabular figures. */
  readonly signs: FontFile;
  readonly semibold: FontFile;
  readonly italic: FontFile;
  readonly headings: FontFile;
  /** All `@font-face` rules, the fallbacks' too; outside of any cascade layer. */
  readonly css: string;
  /** The characters that the Chinese heading font has. */
  readonly glyphs: string;
}

interface FontRequest {
  /** The address of their folder as stylesheets name it, base path included; ends with `/`. */
  readonly folder: string;
  /** Every text that may be set in Newsreader: of both languages, markup left out. */
  readonly texts: readonly string[];
  /** The Chinese headings of the fixed pages and the names. */
  readonly headings: readonly string[];
  /** Other Chinese headings, in the order in which they are taken while there is room. */
  readonly otherHeadings: readonly string[];
}

/**
 * Makes the site's fonts: Newsreader 400, 600 and italic 400 with the Latin characters in use, one
 * file a weight, as most pages set only the first, and that one in two, as few pages have the rarer
 * signs; and Noto Serif SC 500 with the characters of the headings. In a thread of its own: the
 * programs that it runs keep a hundred megabytes for as long as their thread lives.
 *
 * @throws ContentFailure when the headings of the fixed pages need more than their budget
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
 * Most bytes of the Chinese file, which every page in Chinese opens with. The Latin ones need no limit:
 * what the typeface has is all they can grow to, and a page may have 60 kB of fonts.
 */
const headingBudget = 20_000;

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

/** What the thread does: see {@link makeFonts}. */
export async function cutFonts(request: FontRequest): Promise<Fonts> {
  const { folder, texts } = request;
  const [roman, bold, slanted] = await Promise.all([
    newsreader("400Regular"),
    newsreader("600SemiBold"),
    newsreader("400Regular_Italic"),
  ]);
  const has = characterMap(roman);
  const all = latinCharacters(texts).filter((character) => has.has(codePoint(character)));
  const rest = all.filter((character) => !commonLatin.includes(character));
  const latinFile = (name: string, from: Buffer, characters: readonly string[]) =>
    fontFile(name, from, characters, ["kern", "liga"]);
  const regular = await latinFile("newsreader", withProportionalFigures(roman), commonLatin);
  const signs = await latinFile("newsreader-signs", roman, inOrder([...rest, ...figures]));
  const semibold = await latinFile("newsreader-semibold", withProportionalFigures(bold), all);
  const italic = await latinFile("newsreader-italic", withProportionalFigures(slanted), all);
  const { glyphs, ...headings } = await headingFile(request);
  const fallbacks = fallbackFaces({ regular: roman, semibold: bold, italic: slanted });

  // What arrives too late for the first view waits for the next page: text that was read once never
  // moves. With `swap` it did, wherever the fallback broke a line elsewhere.
  const face = (family: string, look: string, { name }: FontFile, range?: string) =>
    `@font-face{font-family:"${family}";src:url("${folder}${name}") format("woff2");${look};font-display:optional${range ? `;unicode-range:${range}` : ""}}`;
  const upright = (weight: number) => `font-style:normal;font-weight:${weight}`;
  const css = [
    face("Newsreader", upright(400), regular, unicodeRange(commonLatin)),
    face("Newsreader", upright(400), signs, unicodeRange(rest)),
    // Where figures stand below each other.
    face("Newsreader Figures", upright(400), signs, unicodeRange([...figures])),
    face("Newsreader", upright(600), semibold, unicodeRange(all)),
    face("Newsreader", "font-style:italic;font-weight:400", italic, unicodeRange(all)),
    // Without its italic, for letters that browsers slope.
    face("Newsreader Roman", upright(400), regular, unicodeRange(commonLatin)),
    face("Noto Serif SC", upright(500), headings),
    fallbacks,
  ].join("");
  return { regular, signs, semibold, italic, headings, css, glyphs };
}

/**
 * The headings of the fixed pages, and of the others the first, as many as go into the budget. Of these,
 * those with a character that Noto Serif SC lacks are passed over.
 */
async function headingFile({ headings, otherHeadings }: FontRequest) {
  const han = await source(
    "@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-500-normal.woff2",
  );
  // Forms of punctuation for vertical lines stay, and those that are half as wide beside another one.
  const keepFeatures = ["vert", "halt", "chws"];
  const pool = await subsetFont(han, [...headings, ...otherHeadings].join(""), {
    targetFormat: "sfnt",
    keepFeatures,
  });
  const has = characterMap(pool);
  const isDrawn = (character: string) => has.has(codePoint(character));
  const others = otherHeadings.filter((heading) => [...heading].every(isDrawn));
  const charactersWith = (count: number) =>
    inOrder([...headings, ...others.slice(0, count)].join("")).filter(isDrawn);
  const fileWith = (count: number) =>
    fontFile("noto-serif-sc", pool, charactersWith(count), keepFeatures);
  const fits = ({ bytes }: FontFile) => bytes.length <= headingBudget;
  const whole = await fileWith(others.length);
  if (fits(whole)) return { ...whole, glyphs: charactersWith(others.length).join("") };
  let taken = 0;
  for (let step = 2 ** Math.floor(Math.log2(others.length)); step >= 1; step /= 2) {
    if (taken + step > others.length) continue;
    if (fits(await fileWith(taken + step))) taken += step;
  }
  return { ...(await fileWith(taken)), glyphs: charactersWith(taken).join("") };
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

function source(name: string): Promise<Buffer> {
  return readFile(createRequire(import.meta.url).resolve(name));
}

/** @param keepFeatures OpenType features that stay */
async function fontFile(
  name: string,
  from: Buffer,
  characters: readonly string[],
  keepFeatures: string[],
): Promise<FontFile> {
  const options = { targetFormat: "woff2", keepFeatures } as const;
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
export function unpackFont(font: Buffer): Promise<Buffer> {
  return subsetFont(font, undefined, { keepAllGlyphs: true, targetFormat: "sfnt" });
}
