import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";

/** Makes the photographs of a copy of the project small, so that its builds encode little. */
export async function shrinkPhotos(root: string): Promise<void> {
  const folder = path.join(root, "assets/photos");
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".jpg")) continue;
    const original = await readFile(path.join(folder, name));
    await writeFile(path.join(folder, name), await sharp(original).resize(480).jpeg().toBuffer());
  }
}
