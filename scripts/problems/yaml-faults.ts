import { type Document, isScalar, visit } from "yaml";
import { type Place, type Problem, problemOf, type Rules } from "./problem.ts";

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

/** What can be wrong with any YAML that people write. */
export const yamlRules = {
  "yaml-tab": {
    severity: "error",
    message: "a tab stands at the beginning of this line",
    remedy: "replace it with two spaces",
    example: {},
  },
  "yaml-wide-colon": {
    severity: "error",
    message: "after `{key}` stands the full-width colon “：”",
    remedy: "write an ordinary colon and a space: `{line}`",
    example: { key: "title", line: 'title: "上海"' },
  },
  "yaml-space": {
    severity: "error",
    message: "after `{key}:` a space is missing",
    remedy: "write `{line}`",
    example: { key: "title", line: "title: News" },
  },
  "yaml-hash": {
    severity: "error",
    message: "everything from `#` to the end of this line would be left out",
    remedy: "put the value in quotation marks: `{line}`",
    example: { line: 'title: "Pier #3"' },
  },
  "yaml-quote": {
    severity: "error",
    message: "the quotation mark that opens here is never closed",
    remedy: "close it at the end of the value: `{line}`",
    example: { line: 'title: "World Heritage"' },
  },
  "yaml-value": {
    severity: "error",
    message: "the value of `{key}` has a character in it that means something else here",
    remedy: "put the value in quotation marks: `{line}`",
    example: { key: "title", line: 'title: "Liverpool: a city"' },
  },
  "yaml-line": {
    severity: "error",
    message: "this line is not of the form `key: value`",
    remedy: "write a key, a colon, a space and the value, such as `title: News`",
    example: {},
  },
  "yaml-malformed": {
    severity: "error",
    message: "this line does not fit the lines before it",
    remedy:
      "check that it begins as far from the left as its neighbours, and that quotation marks and brackets are closed",
    example: {},
  },
  "yaml-depth": {
    severity: "error",
    message: "lists and brackets are nested too deeply here",
    remedy: "remove the surplus brackets or dashes",
    example: {},
  },
  "yaml-sign": {
    severity: "error",
    message: "a value may not begin with `{sign}`",
    remedy: "put the value in quotation marks: `{line}`",
    example: { sign: "*", line: 'title: "*New* opening hours"' },
  },
  "duplicate-key": {
    severity: "error",
    message: "`{key}` stands here for the second time, after line {first}",
    remedy: "keep one of the two lines and delete the other",
    example: { key: "title", first: "2" },
  },
  "forbidden-key": {
    severity: "error",
    message: "`{key}` cannot be used as a key",
    remedy: "delete the line",
    example: { key: "__proto__" },
  },
} as const satisfies Rules;

/**
 * The line `key: value` (or `- key: value`) of a YAML text with its whole value in quotation marks,
 * without its indentation; undefined if the line has another form. Marks that stand around the
 * value already, or at one end of it, are taken as meant to hold all of it.
 */
export function quotedLine(line: string): string | undefined {
  const match = /^\s*((?:- )*[A-Za-z][\w-]*):[ \t]+(\S.*)$/.exec(line);
  if (match === null) return undefined;
  let value = (match[2] ?? "").trimEnd();
  const mark = value[0];
  if (mark === '"' || mark === "'") {
    value = value.slice(1);
    if (value.endsWith(mark)) value = value.slice(0, -1);
  }
  return `${match[1]}: ${quoteYaml(value)}`;
}

/** `text` in the quotation marks that YAML needs the fewest escapes in. */
export function quoteYaml(text: string): string {
  if (!/["\\\p{Cc}]/u.test(text)) return `"${text}"`;
  if (!/['\p{Cc}]/u.test(text)) return `'${text}'`;
  return JSON.stringify(text);
}
