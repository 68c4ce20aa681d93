// The photographs in FOLDER/assets/photos/ through our pipeline, as a page of articles asks for them:
// `make` them into FOLDER/out/, or `find` their qualities only and write down what all are to encode.
import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { runBounded } from "../../../lib/files.ts";
import { encoders } from "../../../photos/encode.ts";
import { makePictures, renditionPicture } from "../../../photos/make.ts";
import { qualityBook } from "../../../photos/quality.ts";
import type { EncodingJob } from "../encoding-job.ts";
import { planPhotographs } from "../plan-photographs.ts";

const [root = "", what] = process.argv.slice(2);
const cache = path.join(root, ".cache/photos");
const { originals, renditions } = await planPhotographs(root, cache);
const book = qualityBook(root, cache);

if (what === "find") {
  const { avif, webp, jpeg } = encoders;
  const job: EncodingJob = {
    photographs: await runBounded(availableParallelism(), originals, async (original) => ({
      file: path.join(root, original.path),
      widths: renditions
        .filter(({ format, originalPath }) => format === "jpeg" && originalPath === original.path)
        .map(({ width }) => width)
        .sort((a, b) => a - b),
      qualities: await book.of(original),
    })),
    options: { avif: avif.options, webp: webp.options, jpeg: jpeg.options },
    output: path.join(root, "others"),
  };
  await writeFile(path.join(root, "job.json"), JSON.stringify(job));
} else {
  const pictures = renditions.map((rendition) => renditionPicture(rendition, root, book));
  await makePictures({ pictures, cache, out: path.join(root, "out") });
}
