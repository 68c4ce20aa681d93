import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { EnvironmentFailure } from "../lib/failure.ts";

/**
 * Writes files that must not be there yet, below `root`: all of them, or none.
 *
 * @throws EnvironmentFailure if one is there; whatever the disk throws
 */
export async function writeNewFiles(
  root: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  const written: string[] = [];
  try {
    for (const [file, content] of files) {
      const target = path.join(root, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, content, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
        // Any other error comes after the file was made, which then holds a part at most.
        if (error.code !== "EEXIST") written.push(target);
        throw error.code === "EEXIST" ? taken(file) : error;
      });
      written.push(target);
    }
  } catch (error) {
    for (const target of written) await rm(target, { force: true });
    throw error;
  }
}

function taken(file: string): EnvironmentFailure {
  return new EnvironmentFailure(`${file} is there already — move it away, or choose another name`);
}
