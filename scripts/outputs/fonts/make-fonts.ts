import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { ContentFailure } from "../../lib/failure.ts";
import { characterMap } from "./character-map.ts";
import { fallbackFaces } from "./fallback-faces.ts";
import { fontMetrics } from "./font-metrics.ts";
import { fontTables } from "./font-tables.ts";
import { headingGlyphs } from "./heading-glyphs.ts";
import { latinGlyphs } from "./latin-glyphs.ts";
import { subsetCached } from "./subset-cached.ts";
import { unicodeRange } from "./unicode-range.ts";
import { unpackFont } from "./unpack-font.ts";

/** A font file of the site: its name changes with its bytes. */
export interface FontFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Fonts {
  readonly roman: FontFile;
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

/** Most bytes of the two Latin files together, and of the Chinese one: what the design allows. */
const budgets = { latin: 40_000, headings: 20_000 } as const;

/** What Chinese text sets in its own fonts, a character wide, though Latin fonts have it too. */
const chineseSigns = "·—‘’“”…";

/** All that a Chinese text is set in, so that its quotation marks are full-width ones. */
const chineseRange =
  "U+B7,U+2014,U+2018-2019,U+201C-201D,U+2026,U+3000-303F,U+3400-4DBF,U+4E00-9FFF,U+FF00-FFEF";

/**
 * Makes the site's fonts: Newsreader, roman of the weights 400 to 600 and italic 400, with the
 * Latin characters in use, and Noto Serif SC 600 with the characters of the headings.
 *
 * @throws ContentFailure when the texts need more characters than the budgets hold
 */
export async function makeFonts(request: FontRequest): Promise<Fonts> {
  const [romanSource, italicSource, chineseSource] = await Promise.all([
    source("@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2"),
    source("@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2"),
    source("@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-600-normal.woff2"),
  ]);
  const regular = await unpackFont(romanSource, { wght: 400 });
  const cuts = {
    regular: fontMetrics(regular),
    semibold: fontMetrics(await unpackFont(romanSource, { wght: 600 })),
    italic: fontMetrics(await unpackFont(italicSource, { wght: 400 })),
  };
  const map = characterMap(fontTables(regular));
  const latin = latinGlyphs(request.texts, (code) => map.has(code));
  const wanted = headingGlyphs(request.headings);
  // The typeface has no small capitals, and its figures are tabular as they stand: `tnum` would do
  // nothing. (In the italic the 7 is wider than the rest, with `tnum` too: no columns in italics.)
  const features = ["kern", "liga", "rvrn"];
  const roman = file(
    "newsreader",
    await subsetCached(request.cache, {
      source: romanSource,
      characters: latin,
      features,
      axes: { wght: { min: 400, max: 600, default: 400 } },
    }),
  );
  const italic = file(
    "newsreader-italic",
    await subsetCached(request.cache, {
      source: italicSource,
      characters: latin,
      features,
      axes: { wght: 400 },
    }),
  );
  const headings = file(
    "noto-serif-sc",
    await subsetCached(request.cache, {
      source: chineseSource,
      characters: wanted,
      // Forms of punctuation for vertical lines.
      features: ["vert"],
      axes: {},
    }),
  );
  const drawn = characterMap(fontTables(await unpackFont(headings.bytes)));
  const glyphs = [...wanted]
    .filter((character) => drawn.has(character.codePointAt(0) ?? 0))
    .join("");
  keepWithin("Latin", [roman, italic], latin, budgets.latin, "content");
  keepWithin("Chinese heading", [headings], glyphs, budgets.headings, "content/zh");
  const face = (family: string, look: string, { name }: FontFile, range: string) =>
    `@font-face{font-family:"${family}";src:url("${request.address(name)}") format("woff2");${look};font-display:swap;unicode-range:${range}}`;
  const letters = unicodeRange([...latin].filter((sign) => !chineseSigns.includes(sign)).join(""));
  const css = [
    face("Newsreader", "font-style:normal;font-weight:400 600", roman, unicodeRange(latin)),
    face("Newsreader", "font-style:italic;font-weight:400", italic, unicodeRange(latin)),
    face("Noto Serif SC", "font-style:normal;font-weight:600", headings, chineseRange),
    face("Newsreader Letters", "font-style:normal;font-weight:400 600", roman, letters),
    fallbackFaces(cuts, letters),
  ].join("");
  return { roman, italic, headings, css, glyphs };
}

function source(name: string): Promise<Buffer> {
  return readFile(createRequire(import.meta.url).resolve(name));
}

function file(name: string, bytes: Buffer): FontFile {
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
