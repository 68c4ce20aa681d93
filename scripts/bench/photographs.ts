import { mkdir, readdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { runBounded } from "../lib/files.ts";
import { random } from "../lib/lists.ts";
import { encoders } from "../photos/encode.ts";
import { makePictures, renditionPicture } from "../photos/make.ts";
import { inspectOriginal, openMeasures } from "../photos/original.ts";
import { pictureModel, renditionCollector } from "../photos/picture.ts";
import { qualityBook } from "../photos/quality.ts";
import {
  type Bench,
  type Command,
  type Competitor,
  compare,
  type Row,
  removeAll,
  us,
} from "./bench.ts";

/** Photographs of 12 megapixels, in a quick run of 2, through our pipeline and a bare loop over sharp. */
export async function benchPhotographs({ root, scratch, quick, say }: Bench): Promise<Row[]> {
  const rows: Row[] = [];
  const originals = ["albert-dock", "huangpu-river"].map(
    (name) => `${root}/assets/photos/${name}.jpg`,
  );
  for (const count of quick ? [1, 2] : [12, 48]) {
    const folder = path.join(scratch, `photographs-${count}`);
    await writePhotographs(folder, originals, count, quick ? 1600 : 4000);
    const node = (...args: string[]): Command => ({ file: process.execPath, args, cwd: root });
    const call = (asked: "findQualities" | "makeRenditions"): Competitor => {
      const script = `import { ${asked} } from "./scripts/bench/photographs.ts"; await ${asked}(process.argv[1]);`;
      const typescript = ["--import", "./scripts/typescript.mjs", "--input-type=module"];
      return { name: us, command: node(...typescript, "--eval", script, folder) };
    };
    const ours = call("makeRenditions");
    const made = ["out", ".cache/photos/renditions", ".cache/photos/measures"];
    const cold = { ...ours, prepare: () => removeAll(folder, ...made) };
    const loop: Competitor = {
      name: "bare sharp loop",
      command: node("tests/fixtures/peers/sharp-loop.mjs", `${folder}/job.json`),
      prepare: () => removeAll(folder, "others"),
    };
    const cases: [string, Competitor[], number][] = [
      // What qualities are found is timed by itself, and known to both afterwards.
      ["search for qualities", [call("findQualities")], 1],
      ["cold", [cold, loop], 1],
      ["warm", [ours], quick ? 1 : 3],
    ];
    for (const [state, competitors, turns] of cases) {
      rows.push(...(await compare(`${count} photographs, ${state}`, competitors, turns, say)));
    }
  }
  return rows;
}

/**
 * Writes photographs into `folder/assets/photos/`, `width` × ¾ `width` px: the given ones, turned,
 * mirrored and cropped at other places.
 */
async function writePhotographs(
  folder: string,
  originals: readonly string[],
  count: number,
  width: number,
): Promise<void> {
  const photos = path.join(folder, "assets/photos");
  await mkdir(photos, { recursive: true });
  for (let number = 1; number <= count; number += 1) {
    const file = originals[number % originals.length] ?? "";
    const { width: wide = 0, height: high = 0 } = await sharp(file).metadata();
    const next = random(number);
    const share = 0.7 + 0.2 * next();
    const [w, h] = [Math.floor(wide * share), Math.floor(high * share)];
    const [left, top] = [Math.floor(next() * (wide - w)), Math.floor(next() * (high - h))];
    await sharp(file)
      .extract({ left, top, width: w, height: h })
      .rotate(number % 4 < 2 ? 0 : 180)
      .flop(number % 3 === 0)
      .resize(width, Math.round((width * 3) / 4))
      .jpeg({ quality: 92 })
      .toFile(path.join(photos, `${number}.jpg`));
  }
}

/** What our pipeline plans for the photographs of a folder, as a page of articles asks for them. */
async function plan(folder: string) {
  const cache = path.join(folder, ".cache/photos");
  const measures = await openMeasures(cache);
  const names = (await readdir(path.join(folder, "assets/photos"))).sort();
  const originals = await runBounded(availableParallelism(), names, async (name) => {
    const { original } = await inspectOriginal(folder, `assets/photos/${name}`, measures);
    if (!original) throw new Error(`${name} cannot be used`);
    return original;
  });
  const renditions = renditionCollector();
  const words = { en: "A view", zh: "风景" };
  const focus = { x: 0.5, y: 0.5 };
  const record = { alt: words, caption: words, credit: words, licence: "CC0-1.0", focus };
  for (const original of originals) {
    const photograph = { original, record };
    pictureModel({ photograph, slot: "article", language: "en", base: "/", renditions });
  }
  return { cache, originals, renditions: renditions.all(), book: qualityBook(folder, cache) };
}

/** Finds the qualities of a folder's photographs, and writes down what a bare loop is to encode. */
export async function findQualities(folder: string): Promise<void> {
  const { originals, renditions, book } = await plan(folder);
  const pictures = await runBounded(availableParallelism(), originals, async (original) => {
    const qualities = await book(original);
    const file = path.join(folder, original.path);
    return renditions
      .filter(({ originalPath }) => originalPath === original.path)
      .map(({ width, format }) => ({ file, width, format, quality: qualities[format] }));
  });
  const { avif, webp, jpeg } = encoders;
  const options = { avif: avif.options, webp: webp.options, jpeg: jpeg.options };
  const job = { pictures: pictures.flat(), options, output: path.join(folder, "others") };
  await writeFile(path.join(folder, "job.json"), JSON.stringify(job));
}

/** Makes all renditions of a folder's photographs, into `out/` in it. */
export async function makeRenditions(folder: string): Promise<void> {
  const { cache, renditions, book } = await plan(folder);
  const pictures = renditions.map((rendition) => renditionPicture(rendition, folder, book));
  await makePictures({ pictures, cache, out: path.join(folder, "out") });
}
