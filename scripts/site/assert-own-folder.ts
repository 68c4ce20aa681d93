import { lstat } from "node:fs/promises";
import path from "node:path";
import { EnvironmentFailure } from "../problems/problem.ts";

/**
 * A swap would put a folder in the place of whatever stands at `live`.
 *
 * @throws EnvironmentFailure if that is a file or a link
 */
export async function assertOwnFolder(live: string): Promise<void> {
  const there = await lstat(live).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!there || there.isDirectory()) return;
  throw new EnvironmentFailure(
    `${path.basename(live)} is ${there.isSymbolicLink() ? "a link" : "a file"} where the build puts a folder of its own — move it away and build again`,
  );
}
