import { freeFileName } from "../lib/free-file-name.ts";
import { type Language, languages } from "../lib/language.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import { suggestFileName } from "../lib/suggest-file-name.ts";
import { fileRules } from "./file-rules.ts";

/** The files of `content/_data/`: all of them, and no others. */
export const dataFiles = [
  "content/_data/site.yaml",
  "content/_data/navigation.yaml",
  "content/_data/timeline.yaml",
  "content/_data/strings/en.yaml",
  "content/_data/strings/zh.yaml",
  "content/_data/addresses.json",
] as const;

/** What a file of `content/` is by its path, and what is wrong with the path. */
export interface PlaceOfFile {
  /** For a file that a page is made of. */
  page?: { language: Language; key: string };
  problems: Problem[];
}

/**
 * @param path from the project's root, with forward slashes
 * @param isTaken whether another file is at a path, case aside: no remedy overwrites one
 */
export function placeOfFile(path: string, isTaken: (path: string) => boolean): PlaceOfFile {
  const place = { path, line: 1, column: 1 };
  const folders = path.split("/").slice(1);
  const name = folders.pop() ?? "";
  if (path === "content/README.md" || (dataFiles as readonly string[]).includes(path)) {
    return { problems: [] };
  }
  if (!/\.md$/i.test(name)) {
    const values = { name, advice: adviceOnStray(path, name, isTaken) };
    return { problems: [problemOf(fileRules, "file-stray", place, values)] };
  }

  const [top, ...below] = folders;
  const language = languages.find((one) => one === top);
  const proper = below.length === 0 || (below.length === 1 && below[0] === "news");
  if (language === undefined || !proper) {
    const values = { suggestion: betterPlaces(language, below, name, isTaken) };
    return { problems: [problemOf(fileRules, "file-misplaced", place, values)] };
  }
  const suggestion = suggestFileName(name);
  const page = { language, key: [...below, name.replace(/\.md$/i, "")].join("/") };
  if (suggestion === name) return { page, problems: [] };
  if (suggestion === undefined) {
    return { page, problems: [problemOf(fileRules, "file-name-letters", place, { name })] };
  }
  const folder = path.slice(0, -name.length);
  const free = freeFileName(folder + suggestion, isTaken).slice(folder.length);
  const values = { name, suggestion: free };
  return { page, problems: [problemOf(fileRules, "file-name", place, values)] };
}

/** Where a Markdown file can be moved to; `about/index.md` is meant to be `about.md`. */
function betterPlaces(
  language: Language | undefined,
  below: readonly string[],
  written: string,
  isTaken: (path: string) => boolean,
): string {
  const folder = below.at(-1)?.toLowerCase();
  const named = written.toLowerCase() === "index.md" && folder ? `${folder}.md` : written;
  const name = suggestFileName(named) ?? named;
  const at = (path: string): string => `\`${freeFileName(`content/${path}`, isTaken)}\``;
  if (language === undefined) return `${at(`en/${name}`)} or ${at(`zh/${name}`)}`;
  const article = at(`${language}/news/${name}`);
  if (below[0]?.toLowerCase() === "news") return article;
  return `${article} for an article, ${at(`${language}/${name}`)} for a page`;
}

function adviceOnStray(path: string, name: string, isTaken: (path: string) => boolean): string {
  if (/\.(jpe?g|png|webp|tiff?|avif|gif|heic|svg)$/i.test(name)) {
    return "move photographs to `assets/photos/`";
  }
  if (/\.(markdown|mdown|mdx|mkd|md\.txt|txt)$/i.test(name) && !path.includes("/_data/")) {
    const stem = name.replace(/(\.md)?\.[^.]*$/, "");
    const folder = path.slice(0, -name.length);
    const suggestion = suggestFileName(`${stem}.md`) ?? "port-of-shanghai.md";
    const free = freeFileName(folder + suggestion, isTaken).slice(folder.length);
    return `rename it to \`${free}\` if it is a page, else delete it`;
  }
  const renamed = path.toLowerCase().replace(/\.yml$/, ".yaml");
  const isData = (dataFiles as readonly string[]).includes(renamed);
  return isData && !isTaken(renamed)
    ? `rename it to \`${renamed}\``
    : "delete it, or move it out of `content/`";
}
