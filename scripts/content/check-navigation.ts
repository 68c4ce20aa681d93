import { languages } from "../lib/language.ts";
import { nearestName } from "../lib/nearest-name.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import type { ContentFile } from "./entry.ts";
import { factsRules } from "./facts-rules.ts";
import type { ReadFacts } from "./read-facts.ts";

/** That every page the navigation leads to has its file in both languages. */
export function checkNavigation(
  { data, yaml }: NonNullable<ReadFacts["navigation"]>,
  files: readonly ContentFile[],
): Problem[] {
  const sources = new Set(files.map(({ source }) => source));
  const problems: Problem[] = [];
  for (const [index, { page }] of data.entries()) {
    const missing = languages
      .map((language) => `content/${language}/${page}.md`)
      .filter((source) => !sources.has(source));
    const [source] = missing;
    if (source === undefined) continue;
    const near =
      missing.length < languages.length
        ? undefined
        : nearestName(page, new Set(files.map(({ key }) => key)));
    const advice =
      near === undefined
        ? `create ${missing.join(" and ")}, or take it out of the navigation`
        : `did you mean \`${near}\`?`;
    const { line = 1, column = 1 } = yaml.find([index, "page"])?.value ?? {};
    const place = { path: yaml.path, line, column };
    problems.push(problemOf(factsRules, "navigation-page", place, { page, source, advice }));
  }
  return problems;
}
