import { checkSchema } from "../lib/check-schema.ts";
import { parseYaml } from "../lib/parse-yaml.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import { type PhotoRecord, photoRecordSchema } from "./photo-record.ts";
import { photoRules } from "./photo-rules.ts";

/** A sound record, or everything that is wrong with it, each at its place in the file. */
export type ParsedRecord =
  | { record: PhotoRecord; problems?: never }
  | { record?: never; problems: Problem[] };

/** Reads a photograph's record (YAML). `path` is the record's own, for the problems. */
export function parseRecord(source: string, path: string): ParsedRecord {
  const text = source.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const yaml = parseYaml({ path, text, firstLine: 1 });
  if (yaml.problems.length > 0) return { problems: yaml.problems };
  if (typeof yaml.data !== "object" || yaml.data === null || Array.isArray(yaml.data)) {
    return { problems: [problemOf(photoRules, "record-empty", { path, line: 1, column: 1 }, {})] };
  }
  const { data, problems } = checkSchema(yaml, photoRecordSchema, {
    noun: "a photograph's record",
    explain(rule, { place, value }) {
      if (rule !== "licence-form") throw new Error(`there are no words for ${rule}`);
      return problemOf(photoRules, rule, place, { found: value.text ?? value.written });
    },
  });
  return data === undefined ? { problems } : { record: data };
}
