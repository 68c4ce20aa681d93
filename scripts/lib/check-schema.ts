import type { z } from "zod";
import { nearestKey } from "./nearest-key.ts";
import type { Problem } from "./problem.ts";
import { schemaProblem } from "./schema-problem.ts";
import type { Place } from "./text-position.ts";
import type { YamlData, YamlValue } from "./yaml-data.ts";

/** A value that breaks a rule of a schema's own. */
export interface Found {
  /** The keys and indices that lead to it. */
  path: readonly PropertyKey[];
  /** Its key in words for messages, such as `date` or `contact.email`. */
  key: string;
  place: Place;
  value: YamlValue;
}

export interface SchemaContext {
  /** What the mapping is, to begin a sentence with: “an article”. */
  noun: string;
  /**
   * Says a rule of the schema's own in words. A schema names such a rule in the `error` of the
   * check: `z.string().regex(…, { error: "alias-form" })`.
   */
  explain: (rule: string, found: Found) => Problem;
}

export type SchemaResult<T> =
  | { data: T; problems: [] }
  | { data: undefined; problems: [Problem, ...Problem[]] };

/** Checks YAML data against a schema; each problem is placed at the key or value it is about. */
export function checkSchema<S extends z.ZodType>(
  yaml: YamlData,
  schema: S,
  context: SchemaContext,
): SchemaResult<z.output<S>> {
  const result = schema.safeParse(yaml.data, { reportInput: true });
  if (result.success) return { data: result.data, problems: [] };
  const told = new Set<string>();
  const problems: Problem[] = [];
  const issues = result.error.issues.flatMap((one) => flatten(one));
  // A key that is there, but misspelt, is not missing as well.
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    for (const key of issue.keys) {
      const { nearest } = nearestKey(schema, issue.path, key);
      if (nearest === undefined || yaml.find([...issue.path, nearest]) !== undefined) continue;
      told.add(JSON.stringify([...issue.path, nearest]));
    }
  }
  for (const issue of issues) {
    const path = JSON.stringify(issue.path);
    // The first complaint about a value makes the others about it moot.
    if (issue.code !== "unrecognized_keys" && told.has(path)) continue;
    told.add(path);
    problems.push(...schemaProblem(yaml, schema, issue, context));
  }
  const [first, ...rest] = problems;
  if (first === undefined) throw new Error(`an issue of ${yaml.path} made no problem`);
  return { data: undefined, problems: [first, ...rest] };
}

type Issue = z.core.$ZodIssue;

/** Of a union, the complaints of the branch that is of the value's own type. */
function flatten(issue: Issue): Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const branches = issue.errors.map((branch) =>
    branch.map((one) => ({ ...one, path: [...issue.path, ...one.path] })),
  );
  const own = branches.find((branch) =>
    branch.every((one) => one.code !== "invalid_type" || one.path.length > issue.path.length),
  );
  return (own ?? branches[0] ?? []).flatMap((one) => flatten(one as Issue));
}
