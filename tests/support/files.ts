import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Problem } from "../../scripts/problems/problem.ts";

/** The project's folder, absolute, without a trailing separator. */
export const projectRoot = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** A project's content and photographs, which no editor changes: absolute. */
export const fixtureSite = path.join(projectRoot, "tests/fixtures/site");

/**
 * Every file below `folder`, relative to it, with forward slashes, by code unit.
 * Throws where the folder cannot be read.
 */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll(path.sep, "/"))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Every file below `folder` with the SHA-256 of its bytes, by path: equal for equal folders. */
export async function folderDigest(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  const digests: Record<string, string> = {};
  for (const file of files) {
    const bytes = await readFile(path.join(folder, file));
    digests[file] = createHash("sha256").update(bytes).digest("hex");
  }
  return digests;
}

/**
 * A problem without its sentences, which `tests/fixtures/bad/` proves word for word: its place, its
 * rule, and what the remedy tells to write.
 */
export function brief({ line, column, rule, remedy }: Problem): string {
  const quoted = Array.from(remedy.matchAll(/`([^`]+)`/g), ([, words]) => words);
  return [`${line}:${column}`, rule, ...quoted].join(" ");
}
