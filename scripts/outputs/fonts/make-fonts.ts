import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { hashedName } from "../../lib/hashed-name.ts";
import { characterMap } from "./character-map.ts";
import { fallbackFaces } from "./fallback-faces.ts";
import { fontMetrics } from "./font-metrics.ts";
import { fontTables } from "./font-tables.ts";
import { headingGlyphs } from "./heading-glyphs.ts";
import { commonLatin, latinGlyphs } from "./latin-glyphs.ts";
import { subsetCached } from "./subset-cached.ts";
import { unicodeRange } from "./unicode-range.ts";
import { unpackFont } from "./unpack-font.ts";

/** A font file of the site: its name changes with its bytes. */
export interface FontFile {
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

export interface FontRequest {
  /** The folder of the cache, `.cache/fonts/`. */
  readonly cache: string;
  /** The address of their folder as stylesheets name it, base path included; ends with `/`. */
  readonly folder: string;
  /** Every text that may be set in Newsreader: of both languages, markup left out. */
  readonly texts: readonly string[];
  /** The Chinese headings of the fixed pages and the names. */
  readonly headings: readonly string[];
}

/** All that a Chinese text is set in, so that its quotation marks are full-width ones. */
const chineseRange =
  "U+B7,U+2014,U+2018-2019,U+201C-201D,U+2026,U+3000-303F,U+3400-4DBF,U+4E00-9FFF,U+FF00-FFEF";

/** OpenType features that the Latin files keep: figures are tabular as they stand. */
const latinFeatures = ["kern", "liga"];

/**
 * Makes the site's fonts: Newsreader 400, 600 and italic 400 with the Latin characters in use, one
 * file a weight, as most pages set only the first, and that one in two, as few pages have the rarer
 * signs; and Noto Serif SC 500 with the characters of the headings.
 */
export async function makeFonts(request: FontRequest): Promise<Fonts> {
  const [roman, slanted, han] = await Promise.all([
    source("@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2"),
    source("@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2"),
    source("@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-500-normal.woff2"),
  ]);
  const whole = await unpackFont(roman, { wght: 400 });
  const cuts = {
    regular: fontMetrics(whole),
    semibold: fontMetrics(await unpackFont(roman, { wght: 600 })),
    italic: fontMetrics(await unpackFont(slanted, { wght: 400 })),
  };
  const map = characterMap(fontTables(whole));
  const latin = latinGlyphs(request.texts, (code) => map.has(code));
  const wanted = headingGlyphs(request.headings);

  const rest = [...latin].filter((sign) => !commonLatin.includes(sign)).join("");
  const latinFile = async (
    name: string,
    from: Buffer,
    wght: number,
    characters = latin,
  ): Promise<FontFile> => {
    const subset = { source: from, characters, features: latinFeatures, axes: { wght } };
    return fontFile(name, await subsetCached(request.cache, subset));
  };
  const regular = await latinFile("newsreader", roman, 400, commonLatin);
  const signs = await latinFile("newsreader-signs", roman, 400, rest);
  const semibold = await latinFile("newsreader-semibold", roman, 600);
  const italic = await latinFile("newsreader-italic", slanted, 400);
  // Forms of punctuation for vertical lines stay.
  const hanSubset = { source: han, characters: wanted, features: ["vert"], axes: {} };
  const headings = fontFile("noto-serif-sc", await subsetCached(request.cache, hanSubset));

  const drawn = characterMap(fontTables(await unpackFont(headings.bytes)));
  const glyphs = [...wanted]
    .filter((character) => drawn.has(character.codePointAt(0) ?? 0))
    .join("");

  // What arrives too late for the first view waits for the next page: text that was read once never
  // moves. With `swap` it did, wherever the fallback broke a line elsewhere.
  const face = (family: string, look: string, { name }: FontFile, range: string) =>
    `@font-face{font-family:"${family}";src:url("${request.folder}${name}") format("woff2");${look};font-display:optional;unicode-range:${range}}`;
  const all = unicodeRange(latin);
  const css = [
    face("Newsreader", upright(400), regular, unicodeRange(commonLatin)),
    face("Newsreader", upright(400), signs, unicodeRange(rest)),
    face("Newsreader", upright(600), semibold, all),
    face("Newsreader", "font-style:italic;font-weight:400", italic, all),
    // Without its italic, for letters that browsers slope.
    face("Newsreader Roman", upright(400), regular, unicodeRange(commonLatin)),
    face("Noto Serif SC", upright(500), headings, chineseRange),
    fallbackFaces(cuts),
  ].join("");
  return { regular, signs, semibold, italic, headings, css, glyphs };
}

const upright = (weight: number) => `font-style:normal;font-weight:${weight}`;

function source(name: string): Promise<Buffer> {
  return readFile(createRequire(import.meta.url).resolve(name));
}

function fontFile(name: string, bytes: Buffer): FontFile {
  return { name: hashedName(`${name}.woff2`, bytes), bytes };
}
