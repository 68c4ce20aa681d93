// The photographs in FOLDER/assets/photos/ through our pipeline, as a page of articles asks for them: `make`
// them into FOLDER/out/, or `find` their qualities only and write down what a bare loop is to encode.
import { readdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { runBounded } from "../lib/files.ts";
import { encoders } from "../photos/encode.ts";
import { makePictures, renditionPicture } from "../photos/make.ts";
import { inspectOriginal, openMeasures } from "../photos/original.ts";
import { pictureModel, renditionCollector } from "../photos/picture.ts";
import { qualityBook } from "../photos/quality.ts";

const [root = "", what] = process.argv.slice(2);
const cache = path.join(root, ".cache/photos");
const names = (await readdir(path.join(root, "assets/photos"))).sort();
const measures = await openMeasures(cache);
const book = qualityBook(root, cache);
const renditions = renditionCollector();
const words = { en: "A view", zh: "风景" };
const record = {
  ...{ alt: words, caption: words, credit: words, licence: "CC0-1.0" },
  focus: { x: 0.5, y: 0.5 },
};
const originals = await runBounded(availableParallelism(), names, async (name) => {
  const { original } = await inspectOriginal(root, `assets/photos/${name}`, measures);
  if (!original) throw new Error(`${name} cannot be used`);
  return original;
});
for (const original of originals) {
  const photograph = { original, record };
  pictureModel({ photograph, slot: "article", language: "en", base: "/", renditions });
}

if (what === "find") {
  const photographs = await runBounded(availableParallelism(), originals, async (original) => ({
    file: path.join(root, original.path),
    widths: renditions
      .all()
      .filter(({ format, originalPath }) => format === "jpeg" && originalPath === original.path)
      .map(({ width }) => width),
    qualities: await book(original),
  }));
  const { avif, webp, jpeg } = encoders;
  const options = { avif: avif.options, webp: webp.options, jpeg: jpeg.options };
  const job = { photographs, options, output: path.join(root, "others") };
  await writeFile(path.join(root, "job.json"), JSON.stringify(job));
} else {
  const pictures = renditions.all().map((rendition) => renditionPicture(rendition, root, book));
  await makePictures({ pictures, cache, out: path.join(root, "out") });
}
