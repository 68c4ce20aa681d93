// The photographs in FOLDER/assets/photos/ through our pipeline, as a page of articles asks for them:
// `make` them into FOLDER/out/, or `find` their qualities only and write down what all are to encode.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { encoders } from "../../../photos/encoders.ts";
import { makePictures } from "../../../photos/make-pictures.ts";
import { qualityBook } from "../../../photos/quality-book.ts";
import { renditionPicture } from "../../../photos/rendition-picture.ts";
import type { EncodingJob } from "../encoding-job.ts";
import { findAllQualities } from "../find-all-qualities.ts";
import { planPhotographs } from "../plan-photographs.ts";

const [root = "", what] = process.argv.slice(2);
const cache = path.join(root, ".cache/photos");
const { originals, renditions } = await planPhotographs(root, cache);
const book = qualityBook(root, cache);

if (what === "find") {
  const qualities = await findAllQualities(originals, book);
  const { avif, webp, jpeg } = encoders;
  const job: EncodingJob = {
    photographs: originals.map((original, index) => ({
      file: path.join(root, original.path),
      widths: renditions
        .filter(({ format, originalPath }) => format === "jpeg" && originalPath === original.path)
        .map(({ width }) => width)
        .sort((a, b) => a - b),
      qualities: qualities[index] ?? { avif: 0, webp: 0, jpeg: 0 },
    })),
    options: { avif: avif.options, webp: webp.options, jpeg: jpeg.options },
    output: path.join(root, "others"),
  };
  await writeFile(path.join(root, "job.json"), JSON.stringify(job));
} else {
  const pictures = renditions.map((rendition) => renditionPicture(rendition, root, book));
  await makePictures({ pictures, cache, out: path.join(root, "out") });
}
