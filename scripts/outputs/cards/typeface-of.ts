import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { unpackFont } from "../fonts/unpack-font.ts";
import { openTypeface, type Typeface } from "./typeface.ts";

/** Sturdy enough for a card that is shown a third as large. */
const weight = 500;

const newsreader = ["latin", "latin-ext", "vietnamese"].map(
  (part) => `@fontsource-variable/newsreader/files/newsreader-${part}-wght-normal.woff2`,
);
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
  const common = chinese ? [whole, ...newsreader] : [...newsreader, whole];
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
  const font = await unpackFont(await readFile(require.resolve(file)));
  return openTypeface(font, newsreader.includes(file) ? weight : undefined);
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
