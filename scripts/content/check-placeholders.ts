import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import type { YamlData } from "../lib/yaml-data.ts";
import { frontMatterRules } from "./front-matter-rules.ts";
import { placeholders } from "./placeholders.ts";

/** That words which only hold a place for others stand in drafts alone. */
export function checkPlaceholders({ path, data, find }: YamlData): Problem[] {
  if (typeof data === "object" && data !== null && "draft" in data && data.draft === true) {
    return [];
  }
  return ["title", "summary"].flatMap((key) => {
    const { text = "", value } = find([key]) ?? {};
    if (value === undefined) return [];
    const place = { path, line: value.line, column: value.column };
    if (text.trimStart().startsWith(placeholders.untranslated)) {
      return [problemOf(frontMatterRules, "still-untranslated", place, { key })];
    }
    const unwritten = text.trim() === placeholders.unwritten;
    return unwritten ? [problemOf(frontMatterRules, "still-unwritten", place, { key })] : [];
  });
}
