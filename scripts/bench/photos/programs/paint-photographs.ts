// Paints photographs FIRST to LAST of the bench into a folder, WIDTH pixels wide.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { generatePhotograph } from "../generate-photograph.ts";
import { photographName } from "../photograph-name.ts";
import { painted, repeatedPhotograph } from "../repeated-photograph.ts";

const [folder = "", first, last, width] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
for (let number = Number(first); number <= Number(last); number += 1) {
  const bytes =
    number <= painted
      ? await generatePhotograph(number, Number(width))
      : await repeatedPhotograph(number, (other) => path.join(folder, photographName(other)));
  await writeFile(path.join(folder, photographName(number)), bytes);
}
