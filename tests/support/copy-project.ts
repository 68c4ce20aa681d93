import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { projectRoot } from "./project-root.ts";

const parts = [
  "assets",
  "content",
  "eleventy.config.ts",
  "package.json",
  "scripts",
  "templates",
  "tsconfig.json",
];

/** A copy of the project in a folder of its own, to build and to break. */
export interface ProjectCopy extends AsyncDisposable {
  /** Absolute. */
  root: string;
}

/** Copies what a build reads; the dependencies are shared. Removed again when disposed of. */
export async function copyProject(): Promise<ProjectCopy> {
  const root = await mkdtemp(path.join(tmpdir(), "twinning-"));
  for (const part of parts) {
    await cp(path.join(projectRoot, part), path.join(root, part), { recursive: true });
  }
  await symlink(path.join(projectRoot, "node_modules"), path.join(root, "node_modules"), "dir");
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}
