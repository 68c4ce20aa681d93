import { checkSchema } from "../lib/check-schema.ts";
import { parseYaml } from "../lib/parse-yaml.ts";
import { positionFinder } from "../lib/position-finder.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import type { YamlData } from "../lib/yaml-data.ts";
import { yamlLineProblem } from "../lib/yaml-syntax-problem.ts";
import { buildEntry } from "./build-entry.ts";
import { checkPlaceholders } from "./check-placeholders.ts";
import type { ContentFile, Entry } from "./entry.ts";
import { explainFrontMatter } from "./explain-front-matter.ts";
import { frontMatterRules } from "./front-matter-rules.ts";
import { type FrontMatter, frontMatterSchema, schemaKind } from "./front-matter-schema.ts";
import { splitFrontMatter } from "./split-front-matter.ts";

export type ReadEntry = { problems: Problem[] } & (
  | { entry: Entry }
  /** If the front matter has an error: the file with its body, as far as that could be found. */
  | { entry?: undefined; file: ContentFile }
);

/** Reads the text of a page (LF line ends, no byte order mark) and checks its front matter. */
export function readEntry(file: ContentFile, text: string): ReadEntry {
  const parts = splitFrontMatter(file.source, text);
  if ("problem" in parts) return { file, problems: [parts.problem] };
  const { body, bodyLine } = parts;
  const whole = { ...file, body, bodyLine };
  const twice = checkBodyStart(whole);
  const yaml = frontMatter(file.source, parts.yaml);
  if (yaml.data === undefined) {
    return { file: whole, problems: [...yaml.problems, ...twice] };
  }

  const kind = schemaKind(file.kind);
  const { data, problems } = checkSchema(yaml, frontMatterSchema[file.language][kind], {
    noun: { article: "an article", page: "a page", welcome: "the welcome page" }[kind],
    explain: (rule, found) => explainFrontMatter(rule, found, file.language),
  });
  const all = [...yaml.problems, ...problems, ...checkPlaceholders(yaml), ...twice];
  if (data === undefined || all.length > 0) return { file: whole, problems: all };
  return { entry: buildEntry(whole, data as FrontMatter, yaml), problems: [] };
}

/** The YAML between the `---` lines; nothing at all counts as no keys. */
function frontMatter(path: string, text: string): YamlData {
  const asText = ["date", "updated", "translated"];
  const yaml = parseYaml({ path, text, firstLine: 2, asText, commentsAfterText: false });
  if (yaml.data === null) return { ...yaml, data: {} };
  const mapping = typeof yaml.data === "object" && !Array.isArray(yaml.data);
  if (yaml.data === undefined || mapping) return yaml;
  const finder = positionFinder(text);
  const place = (offset: number) => {
    const { line, column } = finder(offset);
    return { path, line: line + 1, column };
  };
  const start = text.search(/^[ \t]*[^\s#]/m);
  return { ...yaml, data: undefined, problems: [yamlLineProblem(text, start, place)] };
}

/** A file pasted into another, or a program's own front matter (`---js`). */
function checkBodyStart({ source, body, bodyLine }: ContentFile): Problem[] {
  if (!/^---(?!-)/.test(body)) return [];
  const place = { path: source, line: bodyLine, column: 1 };
  return [problemOf(frontMatterRules, "front-matter-twice", place, {})];
}
