import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
import path from "node:path";
import type { Bench } from "./bench.ts";

/** Gives another project the site's photographs as the one without articles has encoded them, if it has. */
export async function sharePhotographs({ scratch }: Bench, project: string): Promise<void> {
  const folder = ".cache/photos";
  const from = path.join(scratch, "project-0");
  if (project === from || !existsSync(path.join(from, folder))) return;
  await cp(path.join(from, folder), path.join(project, folder), { recursive: true });
}
