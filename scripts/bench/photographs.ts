import { cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { runBounded } from "../lib/files.ts";
import { random } from "../lib/lists.ts";
import { encoderOptions } from "../photos/encode.ts";
import {
  makePictures,
  type PlannedPicture,
  renditionPictures,
  renditionPixels,
} from "../photos/make.ts";
import { inspectOriginal, openMeasures } from "../photos/original.ts";
import { pictureModel, renditionCollector } from "../photos/picture.ts";
import { encodingFor } from "../photos/quality.ts";
import type { SlotName } from "../photos/slots.ts";
import { type Bench, type Command, type Competitor, compare, type Row, setAside } from "./bench.ts";

/** Photographs of 12 megapixels, in a quick run of 2, through our pipeline and a bare loop over sharp. */
export async function benchPhotographs({ root, checkouts, scratch, quick, say }: Bench) {
  const rows: Row[] = [];
  const names = ["albert-dock", "huangpu-river"];
  const originals = names.map((name) => `${root}/assets/photos/${name}.jpg`);
  const node = (cwd: string, ...args: string[]): Command => ({ file: process.execPath, args, cwd });
  const script = `import { makeRenditions } from "./scripts/bench/photographs.ts"; await makeRenditions(process.argv[1]);`;
  const typescript = ["--import", "./scripts/typescript.mjs", "--input-type=module"];
  for (const count of quick ? [2] : [12, 48]) {
    const folder = path.join(scratch, `photographs-${count}`);
    await writePhotographs(folder, originals, count, quick ? 1600 : 4000);
    const cold: Competitor[] = [];
    for (const checkout of checkouts) {
      const own = `${folder}-${cold.length}`;
      await cp(folder, own, { recursive: true });
      const command = node(checkout.root, ...typescript, "--eval", script, own);
      cold.push({ name: checkout.who, command, prepare: () => setAside(own) });
    }
    const warm = cold.map(({ name, command }) => ({ name, command }));
    await writeJob(folder);
    cold.push({
      name: "bare sharp loop",
      command: node(root, "tests/fixtures/peers/sharp-loop.mjs", `${folder}/job.json`),
      prepare: () => setAside(folder),
    });
    const turns = quick ? 1 : 3;
    rows.push(...(await compare(`${count} photographs, cold`, cold, turns, say)));
    rows.push(...(await compare(`${count} photographs, warm`, warm, turns, say)));
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

/** What our pipeline plans for the photographs of a folder in some slots. */
export async function plan(folder: string, slots: readonly SlotName[]) {
  const cache = path.join(folder, ".cache/photos");
  const measures = await openMeasures(cache);
  const names = (await readdir(path.join(folder, "assets/photos")))
    .filter((name) => name.endsWith(".jpg"))
    .sort();
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
    for (const slot of slots) {
      pictureModel({ photograph, slot, language: "en", base: "/", renditions });
    }
  }
  return { cache, renditions: renditions.all() };
}

/** Writes down what a bare loop is to encode: the same, with the qualities that ours finds. */
async function writeJob(folder: string): Promise<void> {
  const { renditions } = await plan(folder, ["article"]);
  const pixelsOf = renditionPixels(renditions, folder);
  const pictures = await runBounded(availableParallelism(), renditions, async (rendition) => {
    const { originalPath, width, format } = rendition;
    const encoding = await encodingFor(await pixelsOf(rendition), rendition);
    const file = path.join(folder, originalPath);
    return { file, width, format, options: encoderOptions(format, encoding) };
  });
  const job = { pictures, output: path.join(folder, "out") };
  await writeFile(path.join(folder, "job.json"), JSON.stringify(job));
}

/** Makes all renditions of a folder's photographs, into `out/` in it. */
export async function makeRenditions(folder: string): Promise<void> {
  const { cache, renditions } = await plan(folder, ["article"]);
  const pictures = renditionPictures(renditions, folder);
  await mkdir(path.join(folder, "out/photos"), { recursive: true });
  const put = (picture: PlannedPicture, bytes: Buffer) =>
    writeFile(path.join(folder, "out", picture.path), bytes);
  await makePictures({ pictures, cache, put });
}
