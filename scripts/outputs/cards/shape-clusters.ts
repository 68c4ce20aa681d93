import type { Cluster } from "./choose-typefaces.ts";
import type { Glyph, Shaped } from "./typeface.ts";

/** A quarter of an em in print; on screens an eighth: CSS Text 4, `text-autospace`. */
const autospace = 1 / 8;

const han = /\p{Script=Han}$/u;
const hanFirst = /^\p{Script=Han}/u;
const other = /[\p{L}\p{N}]\p{M}*$/u;
const otherFirst = /^[\p{L}\p{N}]/u;

/** Sets a text in one line, each run in its font; a hair of space parts Chinese from letters and figures. */
export function shapeClusters(clusters: readonly Cluster[]): Shaped {
  const glyphs: Glyph[] = [];
  let width = 0;
  let before = "";
  for (const { text, typeface } of runsOf(clusters)) {
    width += spaceBetween(before, text);
    const run = typeface.shape(text);
    for (const glyph of run.glyphs) glyphs.push({ ...glyph, x: glyph.x + width });
    width += run.width;
    before = text;
  }
  return { glyphs, width };
}

/** In parts of the font size. */
export function spaceBetween(before: string, after: string): number {
  const meets =
    (han.test(before) && otherFirst.test(after) && !hanFirst.test(after)) ||
    (other.test(before) && !han.test(before) && hanFirst.test(after));
  return meets ? autospace : 0;
}

function runsOf(clusters: readonly Cluster[]): Cluster[] {
  const runs: Cluster[] = [];
  for (const cluster of clusters) {
    const last = runs.at(-1);
    if (last?.typeface === cluster.typeface) {
      runs[runs.length - 1] = { ...last, text: last.text + cluster.text };
    } else runs.push(cluster);
  }
  return runs;
}
