// The floor: sharp in a loop over the pictures of a job, one a processor, and nothing else.
import { mkdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import sharp from "sharp";

const job = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
sharp.concurrency(1);
mkdirSync(job.output, { recursive: true });
const pictures = job.photographs.flatMap(({ file, widths, qualities }) =>
  widths.flatMap((width) =>
    Object.entries(qualities).map(([format, quality]) => ({ file, width, format, quality })),
  ),
);

async function work() {
  for (let next = pictures.shift(); next; next = pictures.shift()) {
    const { file, width, format, quality } = next;
    const name = `${path.parse(file).name}-${width}.${format}`;
    await sharp(file)
      .resize(width)
      .toFormat(format, { ...job.options[format], quality })
      .toFile(path.join(job.output, name));
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
