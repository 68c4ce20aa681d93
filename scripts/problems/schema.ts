import { z } from "zod";
import { excerpt, type Place, type Problem, problemOf, type TextPosition } from "./problem.ts";
import { schemaRules } from "./schema-rules.ts";
import { nearestName } from "./suggest.ts";
import type { YamlData } from "./yaml.ts";
import { quoteYaml } from "./yaml-faults.ts";

/** A value that breaks a rule of a schema's own. */
export interface Found {
  /** The keys and indices that lead to it. */
  path: readonly PropertyKey[];
  /** Its key in words for messages, such as `date` or `contact.email`. */
  key: string;
  place: Place;
  value: NonNullable<ReturnType<YamlData["find"]>>;
}

interface SchemaContext {
  /** What the mapping is, to begin a sentence with: “an article”. */
  noun: string;
  /**
   * Says a rule of the schema's own in words. A schema names such a rule in the `error` of the
   * check: `z.string().regex(…, { error: "alias-form" })`.
   */
  explain: (rule: string, found: Found) => Problem;
  /** Which choice a word means that is none and is not like one, where that is known. */
  meant?: (written: string) => string | undefined;
  /**
   * Says what is to be done with a key of the mapping that the schema lacks, and which key it was
   * meant to be, if it knows the key; `nearest` is the one that it may be a misspelling of.
   */
  foreign?: (
    key: string,
    place: Place,
    nearest: string | undefined,
  ) => { problem: Problem; name?: string } | undefined;
}

type SchemaResult<T> =
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
  for (const issue of issues) {
    for (const key of issue.code === "unrecognized_keys" ? issue.keys : []) {
      const { problem, name } = unknownKey(yaml, schema, [...issue.path, key], context);
      problems.push(problem);
      // What is there under another name is not missing as well.
      if (name === undefined || yaml.find([...issue.path, name]) !== undefined) continue;
      told.add(JSON.stringify([...issue.path, name]));
    }
  }
  for (const issue of issues) {
    const path = JSON.stringify(issue.path);
    // The first complaint about a value makes the others about it moot.
    if (issue.code === "unrecognized_keys" || told.has(path)) continue;
    told.add(path);
    problems.push(schemaProblem(yaml, schema, issue, context));
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

/** The problem that a zod issue about a value comes to, in plain words. */
function schemaProblem(
  yaml: YamlData,
  schema: z.ZodType,
  issue: Issue,
  context: SchemaContext,
): Problem {
  const { path } = issue;
  const key = inWords(path);
  const value = yaml.find(path);
  const last = path.at(-1) ?? "";
  if (value === undefined || issue.input === undefined) {
    const parent = path.length > 1 ? yaml.find(path.slice(0, -1))?.key : undefined;
    const line = sampleLine(last, sampleAt(schema, path));
    return problemOf(schemaRules, "missing-key", placeAt(yaml, parent), { key, line });
  }
  const place = placeAt(yaml, value.value);
  const blank = typeof issue.input === "string" && issue.input.trim() === "";
  if (issue.input === null || blank) {
    const line = sampleLine(last, sampleAt(schema, path));
    const advice = isOptional(schema, path)
      ? `delete the line, or write a value, like \`${line}\``
      : `write one, like \`${line}\``;
    return problemOf(schemaRules, "empty-value", place, { key, advice });
  }
  const found = { path, key, place, value };
  switch (issue.code) {
    case "invalid_type":
      return wrongType(schema, issue, found);
    case "invalid_value": {
      const all = issue.values.map(String);
      const written = String(issue.input);
      const meant = nearestName(written, all) ?? context.meant?.(written);
      const choices = (meant === undefined ? all : [meant]).map((one) => `\`${one}\``).join(" or ");
      const values = { key, found: shown(value), choices };
      return problemOf(schemaRules, "wrong-choice", place, values);
    }
    case "too_big":
    case "too_small":
      return wrongSize(schema, issue, found);
    default: {
      const rule = issue.code === "invalid_key" ? issue.issues[0]?.message : issue.message;
      return context.explain(rule ?? issue.code, found);
    }
  }
}

function inWords(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === "number" ? step + 1 : String(step))).join(".");
}

function placeAt({ path }: YamlData, at: TextPosition = { line: 1, column: 1 }): Place {
  return { path, line: at.line, column: at.column };
}

function shown({ written }: Found["value"]): string {
  return `\`${excerpt(written)}\``;
}

/** What is said of a key that the schema lacks, and the key that it was meant to be. */
function unknownKey(
  yaml: YamlData,
  schema: z.ZodType,
  path: readonly PropertyKey[],
  { noun: whole, foreign }: SchemaContext,
): { problem: Problem; name?: string | undefined } {
  const above = path.slice(0, -1);
  const written = String(path.at(-1));
  const place = placeAt(yaml, yaml.find(path)?.key);
  const { keys, nearest } = nearestKey(schema, above, written);
  const known = above.length === 0 ? foreign?.(written, place, nearest) : undefined;
  if (known !== undefined) return known;
  const noun = above.length > 0 ? `\`${inWords(above)}\`` : whole;
  const key = excerpt(written);
  if (nearest !== undefined) {
    const problem = problemOf(schemaRules, "misspelt-key", place, { noun, key, nearest });
    return { problem, name: nearest };
  }
  const list = keys.map((one) => `\`${one}\``).join(", ");
  return { problem: problemOf(schemaRules, "unknown-key", place, { noun, key, keys: list }) };
}

/** What a value must be, in words. */
const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  array: "a list",
  object: "a group of keys",
  record: "a group of keys",
  number: "a number",
};

function wrongType(
  schema: z.ZodType,
  { expected, input }: z.core.$ZodIssueInvalidType,
  { path, key, place, value }: Found,
): Problem {
  const last = path.at(-1) ?? "";
  const values = { key, found: shown(value) };
  if (expected === "string" && (typeof input === "number" || typeof input === "boolean")) {
    const head = typeof last === "number" ? "-" : `${String(last)}:`;
    const line = `${head} ${quoteYaml(value.written)}`;
    return problemOf(schemaRules, "unquoted-text", place, { ...values, line });
  }
  if (expected === "boolean") {
    const no = /^(false|no|off|n|0|否)$/i.test(String(input).trim());
    return problemOf(schemaRules, "not-true-or-false", place, {
      ...values,
      line: sampleLine(last, !no),
    });
  }
  const line = sampleLine(last, meantAs(expected, input, value.written, sampleAt(schema, path)));
  const wanted = typeNames[expected] ?? expected;
  return problemOf(schemaRules, "wrong-type", place, { ...values, expected: wanted, line });
}

/** A value of the wrong type as one of the right type, where it is clear; else `sample`. */
function meantAs(expected: string, input: unknown, written: string, sample: unknown): unknown {
  const isOfTexts = Array.isArray(sample) && typeof sample[0] === "string";
  if (expected === "string") return /^(?:\[.*\]|\{.*\})$/.test(written) ? written : sample;
  if (typeof input === "object") return sample;
  if (expected === "number" && Number.isFinite(Number(input))) return Number(input);
  if (expected !== "array" || !isOfTexts) return sample;
  const items = String(input)
    .replace(/^[[［【](.*)[\]］】]$/, "$1")
    .split(/[，、；;]|, /);
  return items.map((item) => item.trim()).filter((item) => item !== "");
}

function wrongSize(
  schema: z.ZodType,
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall,
  { path, key, place, value }: Found,
): Problem {
  const limit = Number(issue.code === "too_big" ? issue.maximum : issue.minimum);
  if (typeof issue.input === "string") {
    const { length } = issue.input;
    const values = { key, length, maximum: limit, excess: length - limit };
    return problemOf(schemaRules, "too-long", place, values);
  }
  if (Array.isArray(issue.input)) {
    const values = { key, count: issue.input.length, expected: limit };
    return problemOf(schemaRules, "wrong-count", place, values);
  }
  const { minimum = "", maximum = "" } = schemaAt(schema, path);
  const direction = issue.code === "too_big" ? "above" : "below";
  const values = { key, found: shown(value), direction, limit, minimum, maximum };
  return problemOf(schemaRules, "out-of-range", place, values);
}

/** The parts of a JSON Schema that messages and forms are made of. */
export interface SchemaNode {
  $ref?: string;
  type?: string;
  enum?: string[];
  maxLength?: number;
  description?: string;
  properties?: Record<string, SchemaNode>;
  required?: string[];
  items?: SchemaNode;
  anyOf?: SchemaNode[];
  additionalProperties?: SchemaNode | boolean;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
}

const roots = new WeakMap<z.ZodType, SchemaNode>();

/**
 * What `schema` says of the value at `path`, of a union in any of its branches: the JSON Schema that
 * editors' tools are given too.
 */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): SchemaNode {
  const root =
    roots.get(schema) ?? (z.toJSONSchema(schema, { io: "input", reused: "inline" }) as SchemaNode);
  roots.set(schema, root);
  const whole = (node: SchemaNode | boolean = {}): SchemaNode => {
    const { anyOf = [] } = typeof node === "object" ? node : {};
    // A schema refers to itself alone.
    const branches = anyOf.map((branch) => (branch.$ref === undefined ? branch : root));
    return Object.assign({}, ...branches.reverse(), node);
  };
  return path.reduce<SchemaNode>((node, step) => {
    const { items, properties = {}, additionalProperties: rest } = node;
    return whole(typeof step === "number" ? items : (properties[String(step)] ?? rest));
  }, whole(root));
}

/** The example that `schema` gives of the value at `path`; undefined if it gives none. */
function sampleAt(schema: z.ZodType, path: readonly PropertyKey[]): unknown {
  return schemaAt(schema, path).examples?.[0];
}

/** Whether what is at `path` may be left out. */
function isOptional(schema: z.ZodType, path: readonly PropertyKey[]): boolean {
  const last = path.at(-1);
  if (typeof last === "number") return true;
  const { properties = {}, required = [] } = schemaAt(schema, path.slice(0, -1));
  return Object.hasOwn(properties, String(last)) && !required.includes(String(last));
}

/**
 * A YAML line that gives `key`, or an item of a list, the value `sample`, as an example to copy;
 * “…” without a sample.
 */
export function sampleLine(key: PropertyKey, sample: unknown): string {
  const value = sample === undefined ? "…" : inline(sample);
  return typeof key === "number" ? `- ${value}` : `${String(key)}: ${value}`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).map(([key, item]) => `${key}: ${inline(item)}`);
    return `{ ${pairs.join(", ")} }`;
  }
  if (typeof value !== "string") return String(value);
  // Plain where YAML takes it for text, wherever it stands.
  const plain =
    /^(?!(?:true|false|null)$)(?:\p{L}|\.{0,2}\/)[\p{L}\p{N} ./_-]*$/iu.test(value) ||
    /^\d{4}-\d\d-\d\d(?:[T ][\d:.Z+-]+)?$/.test(value);
  return plain ? value : quoteYaml(value);
}

/** The keys that a schema has at `path`, and the one of them that `written` is likely meant to be. */
function nearestKey(
  schema: z.ZodType,
  path: readonly PropertyKey[],
  written: string,
): { keys: string[]; nearest: string | undefined } {
  const keys = Object.keys(schemaAt(schema, path).properties ?? {});
  return { keys, nearest: nearestName(written, keys) };
}
