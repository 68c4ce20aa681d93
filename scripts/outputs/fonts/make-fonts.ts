import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { ContentFailure } from "../../lib/failure.ts";
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
  /** The address of a font file as stylesheets name it, base path included. */
  readonly address: (name: string) => string;
  /** Every text that may be set in Newsreader: of both languages, markup left out. */
  readonly texts: readonly string[];
  /** The Chinese headings of the fixed pages and the names. */
  readonly headings: readonly string[];
}

/** Most bytes of the Latin files together, and of the Chinese one: 60 kB on any page is what the design allows. */
const budgets = { latin: 42_000, headings: 18_000 } as const;

/** What Chinese text sets in its own fonts, a character wide, though Latin fonts have it too. */
const chineseSigns = "·—‘’“”…";

/** All that a Chinese text is set in, so that its quotation marks are full-width ones. */
const chineseRange =
  "U+B7,U+2014,U+2018-2019,U+201C-201D,U+2026,U+3000-303F,U+3400-4DBF,U+4E00-9FFF,U+FF00-FFEF";

/** OpenType features that the Latin files keep: figures are tabular as they stand. */
const latinFeatures = ["kern", "liga"];

/**
 * Makes the site's fonts: Newsreader 400, 600 and italic 400 with the Latin characters in use, one
 * file a weight, as most pages set only the first, and that one in two, as few pages have the rarer
 * signs; and Noto Serif SC 500 with the characters of the headings.
 *
 * @throws ContentFailure when the texts need more characters than the budgets hold
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
  keepWithin("Latin", [regular, signs, semibold, italic], latin, budgets.latin, "content");
  keepWithin("Chinese heading", [headings], glyphs, budgets.headings, "content/zh");

  // What arrives too late for the first view waits for the next page: text that was read once never
  // moves. With `swap` it did, wherever the fallback broke a line elsewhere.
  const face = (family: string, look: string, { name }: FontFile, range: string) =>
    `@font-face{font-family:"${family}";src:url("${request.address(name)}") format("woff2");${look};font-display:optional;unicode-range:${range}}`;
  const all = unicodeRange(latin);
  const css = [
    face("Newsreader", upright(400), regular, unicodeRange(commonLatin)),
    face("Newsreader", upright(400), signs, unicodeRange(rest)),
    face("Newsreader", upright(600), semibold, all),
    face("Newsreader", "font-style:italic;font-weight:400", italic, all),
    face("Newsreader Letters", upright(400), regular, lettersOf(commonLatin)),
    face("Newsreader Letters", upright(400), signs, lettersOf(rest)),
    face("Newsreader Letters", upright(600), semibold, lettersOf(latin)),
    face("Noto Serif SC", upright(500), headings, chineseRange),
    fallbackFaces(cuts, lettersOf(latin)),
  ].join("");
  return { regular, signs, semibold, italic, headings, css, glyphs };
}

/** What Chinese text takes from the Latin fonts. */
const lettersOf = (latin: string) =>
  unicodeRange([...latin].filter((sign) => !chineseSigns.includes(sign)).join(""));

const upright = (weight: number) => `font-style:normal;font-weight:${weight}`;

function source(name: string): Promise<Buffer> {
  return readFile(createRequire(import.meta.url).resolve(name));
}

function fontFile(name: string, bytes: Buffer): FontFile {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  return { name: `${name}.${hash}.woff2`, bytes };
}

function keepWithin(
  script: string,
  files: readonly FontFile[],
  characters: string,
  budget: number,
  path: string,
): void {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size <= budget) return;
  throw new ContentFailure([
    {
      rule: "font-too-large",
      severity: "error",
      path,
      line: 1,
      column: 1,
      message: `the ${script} font takes ${size} bytes for ${[...characters].length} different characters, more than ${budget}`,
      remedy: "use fewer different characters in it",
    },
  ]);
}
