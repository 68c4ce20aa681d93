import { readFile, rm, truncate, writeFile } from "node:fs/promises";

/** Ways in which a file of a cache can be spoilt, by a disk, a kill or another program. */
const damages: readonly ((file: string) => Promise<void>)[] = [
  (file) => truncate(file, 0),
  async (file) => truncate(file, Math.floor((await readFile(file)).length / 2)),
  async (file) => {
    const bytes = await readFile(file);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(file, bytes);
  },
  (file) => writeFile(file, "<!doctype html><title>Not a cache</title>"),
  (file) => rm(file),
];

/** Spoils files of a cache, each in the next way. */
export async function damage(files: readonly string[]): Promise<void> {
  for (const [at, file] of files.entries()) await damages[at % damages.length]?.(file);
}
