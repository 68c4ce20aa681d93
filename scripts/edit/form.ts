import { z } from "zod";
import { contentFile } from "../content/entry.ts";
import { factsSchemas } from "../content/facts.ts";
import { frontMatterOf } from "../content/front-matter.ts";
import { languages } from "../lib/languages.ts";
import { photoRecordSchema } from "../photos/record.ts";
import type { Problem } from "../problems/problem.ts";
import { type SchemaNode, schemaAt } from "../problems/schema.ts";
import { parseYaml } from "../problems/yaml.ts";
import type { Field, Keys } from "./api.ts";

/** A file as a form: what its schema knows, in its order, and what stands in the text. */
interface Form {
  /** Undefined where the YAML cannot be read. */
  fields?: Field[];
  /** The line on which the Markdown begins; 0 in a file of YAML alone; 1 where that cannot be told. */
  bodyLine: number;
  /** The keys of the field that a problem is about. */
  keysOf: (problem: Problem) => Keys | undefined;
}

/** @param tags that articles may have */
export function formOf(path: string, text: string, tags: string[]): Form {
  const found = yamlOf(path, text);
  const yaml = found && parseYaml(found.source);
  if (!found || yaml?.data === undefined) {
    return { bodyLine: found?.bodyLine ?? 1, keysOf: () => undefined };
  }
  const { source, schema, bodyLine } = found;
  const lines = source.text.split("\n");
  const places: { keys: Keys; line: number; column: number }[] = [];

  const fieldOf = (keys: Keys, value: unknown, isRequired: boolean): Field => {
    const node = schemaAt(schema, keys);
    const written = yaml.find(keys);
    const [example] = node.examples ?? [];
    const kind = kindOf(node, value, written?.text ?? "");
    if (written) places.push({ keys, ...written.key });
    const { properties = {}, required = [] } = kind === "group" ? node : {};
    const data: Record<string, unknown> = typeof value === "object" ? { ...value } : {};
    const inner = Object.keys({ ...properties, ...data });
    return {
      keys,
      kind,
      value: kind === "flag" ? value === true : (written?.text ?? ""),
      isSet: value !== undefined,
      isRequired,
      description:
        node.description ??
        (written && commentAbove(lines, written.key.line - source.firstLine, keys)),
      example: typeof example === "object" ? undefined : example?.toString(),
      choices: node.enum ?? (keys[0] === "tags" && bodyLine > 0 ? tags : undefined),
      empty: node.items && emptyOf(node.items),
      fields: inner.map((key) => {
        const step = kind === "list" ? Number(key) : key;
        const isNeeded = node.additionalProperties !== false || required.includes(key);
        return fieldOf([...keys, step], data[key] ?? undefined, isRequired && isNeeded);
      }),
    };
  };
  const top = fieldOf([], yaml.data ?? undefined, true);

  const keysOf = ({ line, column, message }: Problem): Keys | undefined => {
    if (bodyLine > 0 && line >= bodyLine - 1) return undefined;
    const missing = /^`([\w-]+)` is missing/.exec(message)?.[1];
    if (missing !== undefined) return [missing];
    const before = places.filter(
      (at) => at.line < line || (at.line === line && at.column <= column),
    );
    return before.sort((a, b) => a.line - b.line || a.column - b.column).at(-1)?.keys;
  };
  return { fields: top.kind === "list" ? [top] : top.fields, bodyLine, keysOf };
}

/** The YAML of a file, and what it may hold; undefined where its lines cannot be told. */
function yamlOf(path: string, text: string) {
  const [, folder, key = ""] = /^content\/(\w+)\/(.+)\.\w+$/.exec(path) ?? [];
  const language = languages.find((one) => one === folder);
  if (language) return frontMatterOf(contentFile(path, language, key), text);
  const name = key.split("/")[0] as keyof typeof factsSchemas;
  const schema: z.ZodType = folder ? factsSchemas[name] : photoRecordSchema;
  const source = { path, text, firstLine: 1, list: schema instanceof z.ZodArray };
  return { source, bodyLine: 0, schema };
}

/** By what stands there, and where nothing does by the first that may. */
function kindOf(node: SchemaNode, value: unknown, text: string): Field["kind"] {
  const { type, examples, maxLength = 0, description = "" } = node;
  if (Array.isArray(value)) return "list";
  if (typeof value === "object" && value !== null) return "group";
  if (type === "boolean") return "flag";
  if (node.enum) return "choice";
  if (value === undefined && type === "array") return "list";
  if (value === undefined && type === "object") return "group";
  if (type === "number") return "number";
  if (String(examples?.[0]).includes("/assets/photos/")) return "photo";
  const isLong = maxLength >= 200 || text.length > 80 || text.includes("\n");
  return isLong || description.startsWith("Markdown") ? "long" : "text";
}

function emptyOf({ type, properties = {}, required = [] }: SchemaNode): unknown {
  if (type === "array") return [];
  if (type !== "object") return "";
  return Object.fromEntries(required.map((key) => [key, emptyOf(properties[key] ?? {})]));
}

/** The comment directly above a line that begins with a key: what it is for. The first is said of the whole file. */
function commentAbove(lines: readonly string[], line: number, keys: Keys): string | undefined {
  const first = lines.slice(0, line).findLastIndex((one) => !/^\s*#/.test(one)) + 1;
  const isOwn =
    keys.length === 0 || (first > 0 && lines[line]?.trimStart().startsWith(`${keys.at(-1)}:`));
  const comment = lines.slice(first, line).map((one) => one.replace(/^\s*#\s*/, ""));
  return isOwn ? comment.join(" ") || undefined : undefined;
}
