import { availableParallelism } from "node:os";
import path from "node:path";
import sharp, { type Sharp } from "sharp";
import { runBounded } from "../lib/files.ts";
import { fromPixels, inFormat, type Pixels, type RenditionFormat } from "../photos/encode.ts";
import { renditionPixels } from "../photos/make.ts";
import { encodingFor } from "../photos/quality.ts";
import { slotNames } from "../photos/slots.ts";
import { runQuietly } from "../servers/servers.ts";
import { type Bench, formatTable, prepareCommand } from "./bench.ts";
import { plan } from "./photographs.ts";

/** An encoded picture beside what it was made from, as others measure it. */
interface Likeness {
  bytes: number;
  /** Butteraugli's 3-norm (libjxl): at 1 nobody sees a difference. */
  distance: number;
  /** SSIMULACRA, the first version (libjxl): 0 is no difference. */
  ssimulacra: number;
}

/**
 * The renditions of the project's photographs in every slot, as a table: how like they are to their
 * originals in their own size, and how many bytes sharp takes, given a quality alone, to be as like.
 */
export async function benchLikeness({ root, scratch, say }: Bench): Promise<string> {
  prepareCommand("butteraugli_main", "libjxl-devtools", say);
  const { renditions } = await plan(root, slotNames);
  const pixelsOf = renditionPixels(renditions, root);
  const rows = await runBounded(availableParallelism(), renditions, async (rendition) => {
    const { name, format, width } = rendition;
    const picture = await pixelsOf(rendition);
    const encoding = await encodingFor(picture, rendition);
    const measure = await judgeOf(picture, path.join(scratch, name));
    const ours = await measure(inFormat(fromPixels(picture), format, encoding));
    const plain = await plainBytes(picture, format, ours.distance, measure);
    say(`${name}: ${ours.distance.toFixed(2)}`);
    return { name, format, width, encoding, ours, plain };
  });
  const lines = rows
    .sort((a, b) => a.format.localeCompare(b.format, "en") || a.width - b.width)
    .map(({ name, encoding, ours, plain }) => [
      name.replace(/\.[0-9a-f]+(?=\.)/, ""),
      `${encoding.quality}${encoding.halfColour ? "" : ", full colour"}`,
      `${ours.bytes}`,
      ours.distance.toFixed(2),
      ours.ssimulacra.toFixed(3),
      plain.toFixed(0),
      (ours.bytes / plain).toFixed(2),
    ]);
  const wide = rows.filter(({ format, width }) => format === "avif" && width >= 500);
  const mean = wide.reduce((sum, { ours, plain }) => sum + ours.bytes / plain, 0) / wide.length;
  return [
    formatTable(
      [["Rendition", "Quality", "Bytes", "3-norm", "SSIMULACRA", "Plain sharp", "Ratio"], ...lines],
      2,
    ),
    `AVIF of 500 px and more: ${mean.toFixed(3)} of plain sharp’s bytes at the same 3-norm, in the mean.`,
  ].join("\n\n");
}

/** Measures how like encoded pictures are to `picture`; `file` is where pictures may be written beside. */
async function judgeOf(picture: Pixels, file: string) {
  const [original, decoded] = [`${file}.original.png`, `${file}.decoded.png`];
  const write = (pixels: Sharp, to: string) => pixels.png({ compressionLevel: 1 }).toFile(to);
  await write(fromPixels(picture), original);
  return async (encoded: Sharp): Promise<Likeness> => {
    const bytes = await encoded.toBuffer();
    await write(sharp(bytes), decoded);
    const said = runQuietly("butteraugli_main", [original, decoded, "--pnorm", "3"]);
    return {
      bytes: bytes.length,
      distance: Number(/^3-norm: (.+)$/m.exec(said)?.[1]),
      ssimulacra: Number(runQuietly("ssimulacra_main", [original, decoded])),
    };
  };
}

/** Bytes of sharp's own encoding at a distance, between the two qualities that are nearest to it. */
async function plainBytes(
  picture: Pixels,
  format: RenditionFormat,
  distance: number,
  measure: (encoded: Sharp) => Promise<Likeness>,
): Promise<number> {
  const at = (quality: number) => measure(fromPixels(picture).toFormat(format, { quality }));
  let [low, high] = [20, 90];
  let [worse, better] = [await at(low), await at(high)];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const found = await at(middle);
    if (found.distance > distance) [low, worse] = [middle, found];
    else [high, better] = [middle, found];
  }
  const share = Math.log(worse.distance / distance) / Math.log(worse.distance / better.distance);
  return worse.bytes * (better.bytes / worse.bytes) ** share;
}
