import { type Document, isMap, isScalar, isSeq, type ParsedNode } from "yaml";
import type { Problem } from "./problem.ts";
import { problemOf } from "./problem-of.ts";
import { quotedLine } from "./quoted-line.ts";
import type { Place } from "./text-position.ts";
import { yamlRules } from "./yaml-rules.ts";
import { yamlLineProblem } from "./yaml-syntax-problem.ts";

/** Keys that reach the prototype of a JavaScript object. */
const forbidden = new Set(["__proto__", "constructor", "prototype"]);

export interface PlainDataOptions {
  /** Top-level keys whose values stay text as written. */
  asText: readonly string[];
  /** Whether a comment may follow a text on its line; else it is taken as lost text. */
  commentsAfterText: boolean;
}

/**
 * The content of a YAML document without aliases and tags, as plain objects, arrays and scalars. Of
 * duplicate keys the first counts; they, forbidden keys and keys that are not text are problems.
 */
export function plainData(
  document: Document.Parsed,
  text: string,
  place: (offset: number) => Place,
  options: PlainDataOptions,
): { data: unknown; problems: Problem[] } {
  const problems: Problem[] = [];

  const convert = (node: ParsedNode | null, asText: boolean, depth: number): unknown => {
    if (isSeq(node)) return node.items.map((item) => convert(item, false, depth + 1));
    if (isScalar(node)) {
      if (!options.commentsAfterText && !asText) checkComment(node);
      return asText && node.type === "PLAIN" && node.source ? node.source : node.value;
    }
    if (!isMap(node)) return null;

    const data: Record<string, unknown> = {};
    const firsts = new Map<string, number>();
    for (const pair of node.items) {
      const start = pair.key.range[0];
      const key = isScalar(pair.key) ? (pair.key.source ?? "") : "";
      const first = firsts.get(key);
      if (key === "") problems.push(yamlLineProblem(text, start, place));
      else if (forbidden.has(key)) {
        problems.push(problemOf(yamlRules, "forbidden-key", place(start), { key }));
      } else if (first !== undefined) {
        const values = { key, first: place(first).line };
        problems.push(problemOf(yamlRules, "duplicate-key", place(start), values));
      } else {
        firsts.set(key, start);
        const textual = depth === 0 && options.asText.includes(key);
        data[key] = convert(pair.value, textual, depth + 1);
      }
    }
    return data;
  };

  /** `title: Pier #3` loses its “#3” without a word. */
  const checkComment = (node: ParsedNode): void => {
    if (!isScalar(node) || node.type !== "PLAIN" || typeof node.value !== "string") return;
    const end = node.range[1];
    const lost = /^[ \t]+#.*/.exec(text.slice(end, lineEnd(text, end)));
    if (lost === null) return;
    const line = text.slice(text.lastIndexOf("\n", end - 1) + 1, lineEnd(text, end));
    const values = { line: quotedLine(line) ?? `"${line.trim()}"` };
    problems.push(problemOf(yamlRules, "yaml-hash", place(end + lost[0].indexOf("#")), values));
  };

  return { data: convert(document.contents, false, 0), problems };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
