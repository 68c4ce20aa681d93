import { type Language, languages } from "../lib/language.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import { fileRules } from "./file-rules.ts";
import { suggestFileName } from "./suggest-file-name.ts";

/** The files that `content/_data/` may hold; all but the last must be there. */
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

/** @param path from the project's root, with forward slashes */
export function placeOfFile(path: string): PlaceOfFile {
  const place = { path, line: 1, column: 1 };
  const folders = path.split("/").slice(1);
  const name = folders.pop() ?? "";
  if (path === "content/README.md" || (dataFiles as readonly string[]).includes(path)) {
    return { problems: [] };
  }
  if (!/\.md$/i.test(name)) {
    const values = { name, advice: adviceOnStray(path, name) };
    return { problems: [problemOf(fileRules, "file-stray", place, values)] };
  }

  const [top, ...below] = folders;
  const language = languages.find((one) => one === top);
  const proper = below.length === 0 || (below.length === 1 && below[0] === "news");
  const suggestion = suggestFileName(name);
  if (language === undefined || !proper) {
    const values = { suggestion: betterPlaces(language, below, suggestion ?? name) };
    return { problems: [problemOf(fileRules, "file-misplaced", place, values)] };
  }
  const page = { language, key: [...below, name.replace(/\.md$/i, "")].join("/") };
  if (suggestion === name) return { page, problems: [] };
  const problem =
    suggestion === undefined
      ? problemOf(fileRules, "file-name-letters", place, { name })
      : problemOf(fileRules, "file-name", place, { name, suggestion });
  return { page, problems: [problem] };
}

function betterPlaces(language: Language | undefined, below: string[], name: string): string {
  if (language === undefined) return `\`content/en/${name}\` or \`content/zh/${name}\``;
  if (below[0]?.toLowerCase() === "news") return `\`content/${language}/news/${name}\``;
  return `\`content/${language}/news/${name}\` for an article, \`content/${language}/${name}\` for a page`;
}

function adviceOnStray(path: string, name: string): string {
  if (/\.(jpe?g|png|webp|tiff?|avif|gif|heic|svg)$/i.test(name)) {
    return "move photographs to `assets/photos/`";
  }
  if (/\.(markdown|mdown|mdx|mkd|md\.txt|txt)$/i.test(name) && !path.includes("/_data/")) {
    const stem = name.replace(/(\.md)?\.[^.]*$/, "");
    return `rename it to \`${suggestFileName(`${stem}.md`) ?? "port-of-shanghai.md"}\` if it is a page, else delete it`;
  }
  const renamed = path.toLowerCase().replace(/\.yml$/, ".yaml");
  if ((dataFiles as readonly string[]).includes(renamed)) return `rename it to \`${renamed}\``;
  return "delete it, or move it out of `content/`";
}
