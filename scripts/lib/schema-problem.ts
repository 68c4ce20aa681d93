import type { z } from "zod";
import type { SchemaContext } from "./check-schema.ts";
import { excerpt } from "./excerpt.ts";
import { nearestKey } from "./nearest-key.ts";
import type { Problem } from "./problem.ts";
import { problemOf } from "./problem-of.ts";
import { quoteYaml } from "./quote-yaml.ts";
import { sampleLine } from "./sample-line.ts";
import { sampleAt, schemaAt } from "./schema-at.ts";
import { schemaRules } from "./schema-rules.ts";
import type { Place } from "./text-position.ts";
import type { YamlData } from "./yaml-data.ts";

/** The problems (one, but for unknown keys) that a zod issue comes to, in plain words. */
export function schemaProblem(
  yaml: YamlData,
  schema: z.ZodType,
  issue: z.core.$ZodIssue,
  context: SchemaContext,
): Problem[] {
  const { path } = issue;
  const key = path.map((step) => (typeof step === "number" ? step + 1 : String(step))).join(".");
  const last = path.at(-1) ?? "";
  const found = yaml.find(path);
  const at = (position: { line: number; column: number }): Place => ({
    path: yaml.path,
    line: position.line,
    column: position.column,
  });
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((unknown) => {
      const place = at(yaml.find([...path, unknown])?.key ?? { line: 1, column: 1 });
      const noun = path.length > 0 ? `\`${key}\`` : context.noun;
      return unknownKey(nearestKey(schema, path, unknown), unknown, place, noun);
    });
  }
  if (found === undefined || issue.input === undefined) {
    const parent = path.length > 1 ? yaml.find(path.slice(0, -1))?.key : undefined;
    const line = sampleLine(last, sampleAt(schema, path));
    return [
      problemOf(schemaRules, "missing-key", at(parent ?? { line: 1, column: 1 }), { key, line }),
    ];
  }

  const place = at(found.value);
  if (path.length === 0 && issue.code === "invalid_type") {
    const rule = issue.expected === "array" ? "root-list" : "root-mapping";
    return [problemOf(schemaRules, rule, place, {})];
  }
  const shown = `\`${excerpt(found.written)}\``;
  const sample = (): string => sampleLine(last, sampleAt(schema, path));
  const blank = typeof issue.input === "string" && issue.input.trim() === "";
  if (issue.input === null || blank) {
    return [problemOf(schemaRules, "empty-value", place, { key, line: sample() })];
  }
  switch (issue.code) {
    case "invalid_type":
      return [
        wrongType(issue.expected, issue.input, {
          key,
          last,
          place,
          shown,
          sample,
          written: found.written,
        }),
      ];
    case "invalid_value": {
      const choices = issue.values.map((value) => `\`${String(value)}\``).join(" or ");
      return [problemOf(schemaRules, "wrong-choice", place, { key, found: shown, choices })];
    }
    case "too_big":
    case "too_small":
      return [wrongSize(issue, schema, { key, place, shown })];
    default: {
      const rule = issue.code === "invalid_key" ? issue.issues[0]?.message : issue.message;
      return [context.explain(rule ?? issue.code, { path, key, place, value: found })];
    }
  }
}

function unknownKey(
  { keys, nearest }: ReturnType<typeof nearestKey>,
  written: string,
  place: Place,
  noun: string,
): Problem {
  const key = excerpt(written);
  if (nearest !== undefined) {
    return problemOf(schemaRules, "misspelt-key", place, { noun, key, nearest });
  }
  const list = keys.map((one) => `\`${one}\``).join(", ");
  return problemOf(schemaRules, "unknown-key", place, { noun, key, keys: list });
}

interface Told {
  key: string;
  last: PropertyKey;
  place: Place;
  shown: string;
  written: string;
  sample: () => string;
}

function wrongType(expected: string, input: unknown, told: Told): Problem {
  const { key, last, place, shown, written } = told;
  if (expected === "string" && (typeof input === "number" || typeof input === "boolean")) {
    const head = typeof last === "number" ? "-" : `${String(last)}:`;
    const line = `${head} ${quoteYaml(written)}`;
    return problemOf(schemaRules, "unquoted-text", place, { key, found: shown, line });
  }
  if (expected === "boolean") {
    const no = /^(false|no|off|n|0|否)$/i.test(String(input).trim());
    const line = sampleLine(last, !no);
    return problemOf(schemaRules, "not-true-or-false", place, { key, found: shown, line });
  }
  const names: Record<string, string> = {
    string: "text",
    array: "a list",
    object: "a group of keys",
    record: "a group of keys",
    number: "a number",
  };
  const values = { key, expected: names[expected] ?? expected, found: shown, line: told.sample() };
  return problemOf(schemaRules, "wrong-type", place, values);
}

function wrongSize(
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall,
  schema: z.ZodType,
  { key, place, shown }: Pick<Told, "key" | "place" | "shown">,
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
  const { minimum = "", maximum = "" } = schemaAt(schema, issue.path);
  const direction = issue.code === "too_big" ? "above" : "below";
  const values = { key, found: shown, direction, limit, minimum, maximum };
  return problemOf(schemaRules, "out-of-range", place, values);
}
