import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { isNodeError, longestName } from "../lib/files.ts";
import { type Language, languages } from "../lib/languages.ts";
import { compareCodeUnits, groupBy } from "../lib/lists.ts";
import { type Problem, problemOf, type Rules } from "../problems/problem.ts";
import { foldedPath, freeFileName, suggestFileName } from "../problems/suggest.ts";
import { type ContentFile, contentFile, pageFolders } from "./entry.ts";

interface ContentFiles {
  /** The files that pages are made of, those with a wrong name too: links to them are not wrong as well. */
  pages: ContentFile[];
  /** The files of `content/_data/` that are there, from the project's root. */
  data: string[];
  problems: Problem[];
}

/**
 * All files below `content/` of the project at `root`, in the order of their code units, and what
 * is wrong with where they stand. Names that begin with a dot are left out: editors, file managers
 * and git keep their own things under them. A symbolic link counts as the file that it leads to as
 * long as that is in `content/` too.
 *
 * @throws if the disk cannot be read
 */
export async function listContentFiles(root: string): Promise<ContentFiles> {
  const list: ContentFiles = { pages: [], data: [], problems: [] };
  const content = await linkTarget(join(root, "content"));
  // No folder at all is a folder without files; each that must be there is said to be missing.
  if (content === undefined) return list;
  const inside = content + sep;
  const paths: string[] = [];
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
        else paths.push(path);
      } else if (item.isFile()) paths.push(path);
      else report("not-a-file", path);
    }
  };
  await walk("content");

  const isTaken = takenPaths(paths);
  for (const path of paths.sort(compareCodeUnits)) {
    if (path === "content/README.md") continue;
    if (dataFiles.has(path)) {
      list.data.push(path);
      continue;
    }
    const { page, problem } = placeOfFile(path, (other) => isTaken(other, path));
    if (page !== undefined) list.pages.push(page);
    if (problem !== undefined) list.problems.push(problem);
  }
  return list;
}

/** Where a link leads; undefined if to nothing or around in a circle. */
async function linkTarget(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isNodeError(error, "ENOENT", "ELOOP", "ENOTDIR")) return undefined;
    throw error;
  }
}

/** A function that tells whether some of `paths`, and not `own` alone, is `other` on a disk. */
function takenPaths(paths: readonly string[]): (other: string, own: string) => boolean {
  let owners: Map<string, string[]> | undefined;
  return (other, own) => {
    owners ??= groupBy(paths, foldedPath);
    return owners.get(foldedPath(other))?.some((path) => path !== own) ?? false;
  };
}

/** The files that `content/_data/` may hold. */
const dataFiles: ReadonlySet<string> = new Set([
  "content/_data/site.yaml",
  "content/_data/navigation.yaml",
  "content/_data/timeline.yaml",
  "content/_data/tags.yaml",
  "content/_data/strings/en.yaml",
  "content/_data/strings/zh.yaml",
  "content/_data/addresses.json",
]);

/**
 * What page a Markdown file makes by its path, and what is wrong with the path.
 *
 * @param isTaken whether another file is at a path, case aside: no remedy overwrites one
 */
function placeOfFile(
  path: string,
  isTaken: (path: string) => boolean,
): { page?: ContentFile; problem?: Problem } {
  const place = { path, line: 1, column: 1 };
  const folders = path.split("/").slice(1);
  const name = folders.pop() ?? "";
  if (!/\.md$/i.test(name)) {
    const advice = adviceOnStray(path, name, isTaken);
    return { problem: problemOf(fileRules, "file-stray", place, { name, advice }) };
  }

  const [top, ...below] = folders;
  const language = languages.find((one) => one === top);
  const proper = below.length === 0 || (below.length === 1 && pageFolders.has(below[0] ?? ""));
  if (language === undefined || !proper) {
    const suggestion = betterPlaces(language, folders, name, isTaken);
    return { problem: problemOf(fileRules, "file-misplaced", place, { suggestion }) };
  }
  const page = contentFile(path, language, [...below, name.replace(/\.md$/i, "")].join("/"));
  const wanted = suggestFileName(name);
  if (wanted === name) return { page };
  if (wanted === undefined) {
    return { page, problem: problemOf(fileRules, "file-name-letters", place, { name }) };
  }
  const suggestion = freeNameBeside(path, name, wanted, isTaken);
  const isLong = /^[a-z\d-]+\.md$/.test(name) && name.length > longestName + ".md".length;
  const rule = isLong ? "file-name-long" : "file-name";
  return {
    page,
    problem: problemOf(fileRules, rule, place, { name, suggestion, maximum: longestName }),
  };
}

/** A free name for the file `path`, which is called `name` now: `wanted`, or one like it. */
function freeNameBeside(
  path: string,
  name: string,
  wanted: string,
  isTaken: (path: string) => boolean,
): string {
  const folder = path.slice(0, -name.length);
  return freeFileName(folder + wanted, isTaken).slice(folder.length);
}

/** Where a Markdown file can be moved to; `about/index.md` is meant to be `about.md`. */
function betterPlaces(
  language: Language | undefined,
  folders: readonly string[],
  written: string,
  isTaken: (path: string) => boolean,
): string {
  const below = folders.slice(language === undefined ? 0 : 1).map((one) => one.toLowerCase());
  const folder = below.at(-1);
  const named = written.toLowerCase() === "index.md" && folder ? `${folder}.md` : written;
  const name = suggestFileName(named) ?? named;
  const at = (path: string): string => `\`${freeFileName(`content/${path}`, isTaken)}\``;
  const known = below.find((one) => pageFolders.has(one));
  const place = known === undefined ? name : `${known}/${name}`;
  if (language === undefined) return `${at(`en/${place}`)} or ${at(`zh/${place}`)}`;
  if (known !== undefined && known === below[0]) return at(`${language}/${place}`);
  const [article, event, page] = ["news/", "events/", ""].map((one) =>
    at(`${language}/${one}${name}`),
  );
  return `${article} for an article, ${event} for an event, ${page} for a page`;
}

function adviceOnStray(path: string, name: string, isTaken: (path: string) => boolean): string {
  if (/\.(jpe?g|png|webp|tiff?|avif|gif|heic|svg)$/i.test(name)) {
    return "move photographs to `assets/photos/`";
  }
  if (/\.(markdown|mdown|mdx|mkd|md\.txt|txt)$/i.test(name) && !path.includes("/_data/")) {
    const stem = name.replace(/(\.md)?\.[^.]*$/, "");
    const wanted = suggestFileName(`${stem}.md`) ?? "port-of-shanghai.md";
    const free = freeNameBeside(path, name, wanted, isTaken);
    return `rename it to \`${free}\` if it is a page, else delete it`;
  }
  const renamed = path.toLowerCase().replace(/\.yml$/, ".yaml");
  return dataFiles.has(renamed) && !isTaken(renamed)
    ? `rename it to \`${renamed}\``
    : "delete it, or move it out of `content/`";
}

/** What can be wrong with a content file before anything in it means something. */
export const fileRules = {
  "file-name": {
    severity: "error",
    message:
      "the name `{name}` has other characters than lower-case letters a–z, digits and hyphens",
    remedy: "rename the file to `{suggestion}`",
    example: { name: "Culture Day.md", suggestion: "culture-day.md" },
  },
  "file-name-long": {
    severity: "error",
    message:
      "the name of this file has more than {maximum} letters, which old addresses may not have",
    remedy: "rename the file to `{suggestion}`",
    example: { maximum: "200", suggestion: "culture-day.md" },
  },
  "file-name-letters": {
    severity: "error",
    message: "the name `{name}` has no letters a–z or digits to make an address of",
    remedy:
      "give the file the name of its English page, or a short English one such as `port-of-shanghai.md`",
    example: { name: "上海港.md" },
  },
  "name-not-utf-8": {
    severity: "error",
    message: "the name of this file or folder is not UTF-8 text",
    remedy: "rename it with lower-case letters a–z, digits and hyphens",
    example: {},
  },
  "file-misplaced": {
    severity: "error",
    message: "a Markdown file here becomes no page",
    remedy: "move it to {suggestion}",
    example: { suggestion: "`content/en/news/culture-day.md`" },
  },
  "file-stray": {
    severity: "error",
    message: "`{name}` is not a Markdown file, and nothing reads it here",
    remedy: "{advice}",
    example: { name: "river.jpg", advice: "move photographs to `assets/photos/`" },
  },
  "same-address": {
    severity: "error",
    message: "this page would have the address `{address}`, which {other} has already",
    remedy: "rename or delete one of the two files",
    example: { address: "/news/", other: "content/en/news.md" },
  },
  "link-out": {
    severity: "error",
    message: "this file is a symbolic link that leads out of `content/`",
    remedy: "put a copy of the file itself here",
    example: {},
  },
  "link-broken": {
    severity: "error",
    message: "this is a symbolic link that does not lead to a file",
    remedy: "delete it, or put the file itself here",
    example: {},
  },
  "not-a-file": {
    severity: "error",
    message: "this is neither a file nor a folder",
    remedy: "delete it",
    example: {},
  },
  "page-missing": {
    severity: "error",
    message: "the page `{page}` is missing, and the site cannot be without it",
    remedy: "create this file, or give it back its name",
    example: { page: "news/index" },
  },
  "page-draft": {
    severity: "error",
    message: "the page `{page}` is a draft, and the site cannot be without it",
    remedy: "delete the line `draft: true`",
    example: { page: "news/index" },
  },
  "alias-taken": {
    severity: "error",
    message: "`{alias}` is the address of {other}",
    remedy: "delete this alias, or write the old address that you meant",
    example: { alias: "/about/", other: "content/en/about.md" },
  },
  "alias-twice": {
    severity: "error",
    message: "`{alias}` is already an alias in {other}",
    remedy: "keep it in the one file that it should lead to",
    example: { alias: "/old/", other: "content/en/about.md" },
  },
} as const satisfies Rules;
