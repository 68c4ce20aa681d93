import { readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import type { Site } from "../site/read-site.ts";

const endings = new Set([".avif", ".gif", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp"]);
const blocks = ["exif", "icc", "iptc", "xmp", "tifftagPhotoshop", "comments"] as const;

/** Every picture decodes to its last row, and holds no word on camera, place or person. */
export async function cleanPictures(site: Site): Promise<string[]> {
  const files = [...site.files].filter((file) => endings.has(path.extname(file).toLowerCase()));
  const faults: string[] = [];
  for (const file of files) {
    // The bytes, since sharp remembers files by name.
    const bytes = await readFile(path.join(site.folder, file));
    const picture = sharp(bytes, { failOn: "warning" });
    try {
      const metadata = await picture.metadata();
      const found = blocks.filter((block) => metadata[block] !== undefined);
      if (found.length > 0) faults.push(`${file}  holds ${found.join(", ")}`);
      if ((metadata.orientation ?? 1) !== 1) faults.push(`${file}  is not upright`);
      await picture.raw().toBuffer();
    } catch (error) {
      faults.push(`${file}  ${String(error)}`);
    }
  }
  return faults;
}
