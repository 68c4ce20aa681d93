import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
import path from "node:path";
import type { Bench } from "./bench.ts";

/** Gives a project the site's photographs as the project without articles has encoded them, if it has. */
export async function sharePhotographs({ scratch }: Bench, project: string): Promise<void> {
  const folder = ".cache/photos";
  const encoded = path.join(scratch, "project-0", folder);
  if (existsSync(encoded)) await cp(encoded, path.join(project, folder), { recursive: true });
}
