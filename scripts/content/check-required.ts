import { languages } from "../lib/language.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import type { ContentFile, Entry } from "./entry.ts";
import { fileRules } from "./file-rules.ts";

/** Pages that the site cannot be without, in each language. */
const required = ["index", "news/index", "404"];

/** That the site has the pages it cannot be without, and none of them as a draft. */
export function checkRequired(files: readonly ContentFile[], entries: readonly Entry[]): Problem[] {
  const there = new Set(files.map(({ language, key }) => `${language}/${key.toLowerCase()}`));
  const missing = languages.flatMap((language) =>
    required
      .filter((page) => !there.has(`${language}/${page}`))
      .map((page) => {
        const place = { path: `content/${language}/${page}.md`, line: 1, column: 1 };
        return problemOf(fileRules, "page-missing", place, { page });
      }),
  );
  const drafts = entries
    .filter(({ key, draft }) => draft && required.includes(key))
    .map(({ key, source, places }) => {
      const { line = 1, column = 1 } = places.get("draft") ?? {};
      return problemOf(fileRules, "page-draft", { path: source, line, column }, { page: key });
    });
  return [...missing, ...drafts];
}
