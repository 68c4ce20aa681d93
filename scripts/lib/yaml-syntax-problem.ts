import { type Document, isScalar, visit } from "yaml";
import type { Problem } from "./problem.ts";
import { problemOf } from "./problem-of.ts";
import { quotedLine } from "./quoted-line.ts";
import type { Place } from "./text-position.ts";
import { yamlRules } from "./yaml-rules.ts";

/**
 * What the first syntax error of a YAML text comes from, said in terms of the line it is on; the
 * errors after the first are mostly its consequences. Undefined for a text without errors.
 */
export function yamlSyntaxProblem(
  text: string,
  document: Document.Parsed,
  place: (offset: number) => Place,
): Problem | undefined {
  const [error, next] = document.errors;
  if (error === undefined) return undefined;
  const at = Math.min(error.pos[0], text.length);
  if (error.code === "TAB_AS_INDENT") {
    return problemOf(yamlRules, "yaml-tab", place(text.indexOf("\t", lineStart(text, at))), {});
  }
  if (error.code === "MISSING_CHAR" && error.message.startsWith("Missing closing")) {
    const opening = openingQuote(document, at);
    if (opening !== undefined) {
      const line = quotedLine(lineAt(text, opening)) ?? 'key: "value"';
      return problemOf(yamlRules, "yaml-quote", place(opening), { line });
    }
  }
  // A value that goes on as a mapping in the next line: that line stands too far to the right.
  if (error.code === "BLOCK_AS_IMPLICIT_KEY" && next?.code === "MULTILINE_IMPLICIT_KEY") {
    const continued = text.indexOf("\n", at) + 1;
    return problemOf(yamlRules, "yaml-malformed", place(firstLetter(text, continued)), {});
  }
  return yamlLineProblem(text, at, place);
}

/** What is wrong with the line of a YAML text that `offset` is on, known to be unreadable. */
export function yamlLineProblem(
  text: string,
  offset: number,
  place: (offset: number) => Place,
): Problem {
  const line = lineAt(text, offset);
  const start = firstLetter(text, lineStart(text, offset));
  const split = /^\s*(?:- )*([A-Za-z][\w-]*)[ \t]*([:：]?)[ \t]*(.*)$/.exec(line);
  const [, key = "", colon = "", value = ""] = split ?? [];
  if (colon === "：") {
    const values = { key, line: quotedLine(`${key}: ${value}`) ?? `${key}: ${value}` };
    const at = lineStart(text, offset) + line.indexOf("：");
    return problemOf(yamlRules, "yaml-wide-colon", place(at), values);
  }
  if (colon === ":" && new RegExp(`${key}:[^\\s]`).test(line)) {
    const values = { key, line: `${key}: ${value}` };
    return problemOf(yamlRules, "yaml-space", place(start), values);
  }
  const quoted = quotedLine(line);
  if (quoted !== undefined) {
    const column = line.length - value.length;
    const values = { key, line: quoted };
    return problemOf(yamlRules, "yaml-value", place(lineStart(text, offset) + column), values);
  }
  const rule = colon === "" ? "yaml-line" : "yaml-malformed";
  return problemOf(yamlRules, rule, place(start), {});
}

/** Where the quoted scalar begins that runs, unclosed, up to `end`. */
function openingQuote(document: Document.Parsed, end: number): number | undefined {
  let opening: number | undefined;
  visit(document, (_, node) => {
    if (isScalar(node) && node.type?.startsWith("QUOTE") && (node.range?.[1] ?? -1) >= end) {
      opening ??= node.range?.[0];
    }
  });
  return opening;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(lineStart(text, at), end === -1 ? undefined : end);
}

function firstLetter(text: string, from: number): number {
  const letter = text.slice(from).search(/\S/);
  return letter === -1 ? from : from + letter;
}
