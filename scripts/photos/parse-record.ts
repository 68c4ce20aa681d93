import { checkSchema } from "../lib/check-schema.ts";
import { parseYaml } from "../lib/parse-yaml.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import { type PhotoRecord, photoRecordSchema } from "./photo-record.ts";
import { recordRules } from "./record-rules.ts";

/** A sound record, or everything that is wrong with it, each at its place in the file. */
export type ParsedRecord =
  | { record: PhotoRecord; problems?: never }
  | { record?: never; problems: Problem[] };

/** Reads a photograph's record: YAML, LF line ends. `path` is the record's own, for the problems. */
export function parseRecord(text: string, path: string): ParsedRecord {
  const yaml = parseYaml({ path, text, firstLine: 1 });
  if (yaml.data === undefined) return { problems: yaml.problems };
  if (typeof yaml.data !== "object" || yaml.data === null || Array.isArray(yaml.data)) {
    return { problems: [problemOf(recordRules, "record-empty", { path, line: 1, column: 1 }, {})] };
  }
  const { data, problems } = checkSchema(yaml, photoRecordSchema, {
    noun: "a photograph's record",
    explain(rule, { place, value }) {
      if (rule !== "licence-form") throw new Error(`there are no words for ${rule}`);
      return problemOf(recordRules, rule, place, { found: value.text ?? value.written });
    },
  });
  const all = [...yaml.problems, ...problems];
  return data === undefined || all.length > 0 ? { problems: all } : { record: data };
}
