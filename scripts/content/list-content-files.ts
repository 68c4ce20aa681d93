import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { compareCodeUnits } from "../lib/compare-code-units.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import { fileRules } from "./file-rules.ts";

export interface FileList {
  /** Paths from the root, with forward slashes, in the order of their code units. */
  files: string[];
  problems: Problem[];
}

/**
 * All files below `content/` of the project at `root`. Names that begin with a dot are left out:
 * editors, file managers and git keep their own things under them. A symbolic link counts as the
 * file that it leads to as long as that is in `content/` too.
 *
 * @throws if the disk cannot be read
 */
export async function listContentFiles(root: string): Promise<FileList> {
  const list: FileList = { files: [], problems: [] };
  const content = await linkTarget(join(root, "content"));
  // No folder at all is a folder without files; each that must be there is said to be missing.
  if (content === undefined) return list;
  const inside = content + sep;
  type Rule = "name-not-utf-8" | "link-out" | "link-broken" | "not-a-file";
  const report = (rule: Rule, path: string): void => {
    list.problems.push(problemOf(fileRules, rule, { path, line: 1, column: 1 }, {}));
  };

  const walk = async (folder: string): Promise<void> => {
    for (const item of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${item.name}`;
      if (item.name.startsWith(".")) continue;
      // Decoded with signs of loss, such a name leads nowhere.
      if (item.name.includes("\ufffd")) report("name-not-utf-8", path);
      else if (item.isDirectory()) await walk(path);
      else if (item.isSymbolicLink()) {
        const target = await linkTarget(join(root, path));
        if (target === undefined) report("link-broken", path);
        else if (!target.startsWith(inside)) report("link-out", path);
        else if (!(await stat(target)).isFile()) report("link-broken", path);
        else list.files.push(path);
      } else if (item.isFile()) list.files.push(path);
      else report("not-a-file", path);
    }
  };
  await walk("content");
  list.files.sort(compareCodeUnits);
  return list;
}

/** Where a link leads; undefined if to nothing or around in a circle. */
async function linkTarget(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ELOOP" || code === "ENOTDIR") return undefined;
    throw error;
  }
}
