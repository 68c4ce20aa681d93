// FILES… at WIDTH pixels into FOLDER by eleventy-img with its default settings, in AVIF and WebP.
import Image from "@11ty/eleventy-img";

const [outputDir, width, ...files] = process.argv.slice(2);
const made = {};
for (const file of files) {
  const formats = ["avif", "webp"];
  const stats = await Image(file, { widths: [Number(width)], formats, outputDir });
  made[file] = Object.fromEntries(formats.map((format) => [format, stats[format][0].outputPath]));
}
console.log(JSON.stringify(made));
