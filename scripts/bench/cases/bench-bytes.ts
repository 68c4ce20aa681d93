import path from "node:path";
import { runQuietly } from "../../servers/servers.ts";
import { prepareProgram } from "../measure/prepare-program.ts";
import { eleventyImgName } from "../peers/eleventy-img.ts";
import { compareBytes } from "../photos/bytes/compare-bytes.ts";
import { comparedPhotograph } from "../photos/bytes/compared-photograph.ts";
import { writeContactSheet } from "../photos/bytes/contact-sheet.ts";
import type { Encoded } from "../photos/bytes/encoded.ts";
import { meanDistance } from "../photos/bytes/mean-distance.ts";
import { photographName } from "../photos/photograph-name.ts";
import { type Bench, thisProject } from "./bench.ts";
import type { BenchRow } from "./bench-row.ts";

/** Pixels: what a telephone shows of an article. */
const width = 640;
/** Photographs of each scene but one, see `generatePhotograph`. */
const generated = 4;

/**
 * Bytes at the same measured similarity, over the site's photographs and generated ones; and a contact
 * sheet in `.cache/bench/photographs/`.
 *
 * @param originals the folder of the generated ones
 * @param peer the folder of eleventy-img
 */
export async function benchBytes(
  { root, scratch, say }: Bench,
  originals: string,
  peer: string,
): Promise<BenchRow[]> {
  prepareProgram("ssimulacra_main", say, "libjxl-devtools");
  const files = [
    ...["albert-dock", "huangpu-river"].map((name) => path.join(root, `assets/photos/${name}.jpg`)),
    ...Array.from({ length: generated }, (_, at) => path.join(originals, photographName(at + 1))),
  ];
  const program = path.join(peer, "encode-by-default.mjs");
  const output = path.join(scratch, "by-default");
  const made = JSON.parse(runQuietly(process.execPath, [program, output, String(width), ...files]));
  const photographs = await Promise.all(
    files.map((file) => comparedPhotograph(file, width, made[file])),
  );
  const compared = await compareBytes(photographs, say);
  const folder = path.join(root, ".cache/bench/photographs");
  await writeContactSheet(folder, photographs, compared[0]?.ours ?? []);
  return compared.flatMap(({ id, title, ours, theirs }) => {
    const row = (competitor: string, encoded: readonly Encoded[]): BenchRow => ({
      group: "photos",
      id,
      title,
      competitor,
      figures: { bytes: [encoded.reduce((sum, { bytes }) => sum + bytes.length, 0)] },
      note: `mean distance ${meanDistance(encoded).toFixed(4)} over ${encoded.length} photographs, ${width} px wide`,
    });
    return [row(thisProject, ours), row(eleventyImgName, theirs)];
  });
}
