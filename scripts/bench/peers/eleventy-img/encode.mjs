// The pictures of a job by eleventy-img, its own cache and concurrency as they come.
import { readFileSync } from "node:fs";
import Image from "@11ty/eleventy-img";

const job = JSON.parse(readFileSync(process.argv[2], "utf8"));
await Promise.all(
  job.photographs.map(({ file, widths, qualities }) =>
    Image(file, {
      widths,
      formats: ["avif", "webp", "jpeg"],
      sharpAvifOptions: { ...job.options.avif, quality: qualities.avif },
      sharpWebpOptions: { ...job.options.webp, quality: qualities.webp },
      sharpJpegOptions: { ...job.options.jpeg, quality: qualities.jpeg },
      outputDir: job.output,
    }),
  ),
);
