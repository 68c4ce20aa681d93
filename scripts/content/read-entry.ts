import { checkSchema } from "../lib/check-schema.ts";
import { parseYaml } from "../lib/parse-yaml.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import type { YamlData } from "../lib/yaml-data.ts";
import { yamlLineProblem } from "../lib/yaml-syntax-problem.ts";
import { buildEntry } from "./build-entry.ts";
import type { ContentFile, Entry } from "./entry.ts";
import { explainFrontMatter } from "./explain-front-matter.ts";
import { frontMatterRules } from "./front-matter-rules.ts";
import { type FrontMatter, frontMatterSchema, schemaKind } from "./front-matter-schema.ts";
import { splitFrontMatter } from "./split-front-matter.ts";

export interface ReadEntry {
  /** The file with its body, as far as that could be found. */
  file: ContentFile;
  /** Undefined if the front matter has an error. */
  entry: Entry | undefined;
  problems: Problem[];
}

/** Reads the text of a page (LF line ends, no byte order mark) and checks its front matter. */
export function readEntry(file: ContentFile, text: string): ReadEntry {
  const parts = splitFrontMatter(file.source, text);
  if ("problem" in parts) return { file, entry: undefined, problems: [parts.problem] };
  const { body, bodyLine } = parts;
  const whole = { ...file, body, bodyLine };
  const yaml = frontMatter(file.source, parts.yaml);
  if (yaml.data === undefined) return { file: whole, entry: undefined, problems: yaml.problems };

  const kind = schemaKind(file.kind);
  const { data, problems } = checkSchema(yaml, frontMatterSchema[file.language][kind], {
    noun: { article: "an article", page: "a page", welcome: "the welcome page" }[kind],
    explain: (rule, found) => explainFrontMatter(rule, found, file.language),
  });
  const all = [...yaml.problems, ...problems];
  if (data === undefined || all.length > 0) return { file: whole, entry: undefined, problems: all };

  const entry = buildEntry(whole, data as FrontMatter, yaml);
  return { file: whole, entry, problems: checkTitle(entry) };
}

/** The YAML between the `---` lines; nothing at all counts as no keys. */
function frontMatter(path: string, text: string): YamlData {
  const asText = ["date", "updated", "translated"];
  const yaml = parseYaml({ path, text, firstLine: 2, asText, commentsAfterText: false });
  if (yaml.data === null) return { ...yaml, data: {} };
  const mapping = typeof yaml.data === "object" && !Array.isArray(yaml.data);
  if (yaml.data === undefined || mapping) return yaml;
  const line = 2 + text.slice(0, text.search(/\S/)).split("\n").length - 1;
  const place = () => ({ path, line, column: 1 });
  return { ...yaml, data: undefined, problems: [yamlLineProblem(text.trim(), 0, place)] };
}

/** `npm run new` gives the Chinese file a title that asks to be translated. */
function checkTitle(entry: Entry): Problem[] {
  const place = entry.places.get("title");
  if (entry.draft || place === undefined || !/^（待译）/.test(entry.title)) return [];
  const where = { path: entry.source, line: place.line, column: place.column };
  return [problemOf(frontMatterRules, "title-untranslated", where, {})];
}
