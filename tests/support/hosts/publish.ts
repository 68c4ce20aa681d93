import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { compressFolder } from "../../../scripts/live/compress.ts";
import { projectRoot } from "../project-root.ts";

/** A folder that a server serves as `/`, with the site below its base path. */
export interface PublishedSite extends AsyncDisposable {
  /** Absolute. */
  root: string;
  /** The site in it, absolute. */
  folder: string;
}

/** Lays a built site out as a server has it, with compressed files beside the others. */
export async function publish(built: string, prefix: string): Promise<PublishedSite> {
  const outside = await mkdtemp(path.join(tmpdir(), "published-"));
  // Beside the served folder lies a file that nobody is to reach.
  await writeFile(path.join(outside, "secret.txt"), "secret");
  const root = path.join(outside, "www");
  const folder = path.join(root, prefix);
  await mkdir(path.dirname(folder), { recursive: true });
  await cp(built, folder, { recursive: true });
  const cache = path.join(projectRoot, ".cache/compress");
  await compressFolder({ folder, work: path.join(outside, "work"), cache });
  const dispose = () => rm(outside, { recursive: true, force: true });
  return { root, folder, [Symbol.asyncDispose]: dispose };
}
