import { rm } from "node:fs/promises";
import path from "node:path";

/** Removes files and folders below `folder`, those that are there. */
export async function removeAll(folder: string, ...names: string[]): Promise<void> {
  for (const name of names) {
    await rm(path.join(folder, name), { recursive: true, force: true });
  }
}
