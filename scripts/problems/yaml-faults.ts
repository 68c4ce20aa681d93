import { type Document, isScalar, parseDocument, visit } from "yaml";
import { countWords } from "../lib/lists.ts";
import { type Place, type Problem, problemOf, type Rules } from "./problem.ts";

/**
 * What the first syntax error of a YAML text comes from, said in terms of the line it is on; the
 * errors after the first are mostly its consequences. Empty for a text without errors.
 */
export function yamlSyntaxProblems(
  text: string,
  document: Document.Parsed,
  place: (offset: number) => Place,
): Problem[] {
  const [error] = document.errors;
  if (error === undefined) return [];
  const at = Math.min(error.pos[0], text.length);
  const layout = layoutProblems(text, at, place);
  return layout.length > 0 ? layout : [syntaxProblem(text, document, at, place)];
}

function syntaxProblem(
  text: string,
  document: Document.Parsed,
  at: number,
  place: (offset: number) => Place,
): Problem {
  const [error, next] = document.errors;
  if (error?.code === "TAB_AS_INDENT") {
    const values = { advice: "replace it with 2 spaces" };
    return problemOf(yamlRules, "yaml-tab", place(text.indexOf("\t", lineStart(text, at))), values);
  }
  if (error?.code === "MISSING_CHAR" && error.message.startsWith("Missing closing")) {
    const opening = openingQuote(document, at);
    if (opening !== undefined) {
      const line = quotedLine(lineAt(text, opening)) ?? 'key: "value"';
      return problemOf(yamlRules, "yaml-quote", place(opening), { line });
    }
  }
  // A value that goes on as a mapping in the next line: that line stands too far to the right.
  if (error?.code === "BLOCK_AS_IMPLICIT_KEY" && next?.code === "MULTILINE_IMPLICIT_KEY") {
    const continued = text.indexOf("\n", at) + 1;
    return problemOf(yamlRules, "yaml-malformed", place(firstLetter(text, continued)), {});
  }
  return yamlLineProblem(text, at, place);
}

/** Characters of a text in which remedies are tried: each takes a reading of the whole. */
const longestTried = 50_000;

/** Spaces that a tab may have stood for, the likeliest first; none where it only stands in the way. */
const tabWidths = [2, 4, 1, 0, 3, 6, 8];

/**
 * What is wrong with how lines begin, where one change to that makes the text readable: the remedy is
 * tried before it is given. Empty where there is none.
 *
 * @param at of the first syntax error
 */
function layoutProblems(text: string, at: number, place: (offset: number) => Place): Problem[] {
  if (text.length > longestTried) return [];
  const lines = text.split("\n");
  const beginning = /^[ \t]*(?:- ?)*\t[ \t]*/;
  for (const width of tabWidths) {
    const problems: Problem[] = [];
    let offset = 0;
    const mended = lines.map((line) => {
      const found = beginning.exec(line)?.[0] ?? "";
      const tabs = found.split("\t").length - 1;
      if (tabs > 0) {
        const advice = width === 0 ? "delete it" : `replace it with ${spaces(width * tabs)}`;
        const tab = place(offset + found.indexOf("\t"));
        problems.push(problemOf(yamlRules, "yaml-tab", tab, { advice }));
      }
      offset += line.length + 1;
      return found.replaceAll("\t", " ".repeat(width)) + line.slice(found.length);
    });
    if (problems.length > 0 && isReadable(mended)) return problems;
  }

  // The line that was not understood, its neighbours, and the first of all.
  const here = text.slice(0, at).split("\n").length - 1;
  const written = (index: number): boolean => /^ *[^\s#]/.test(lines[index] ?? "");
  const candidates = [
    here,
    lines.findIndex((_, index) => index > here && written(index)),
    lines.findLastIndex((_, index) => index < here && written(index)),
    lines.findIndex((_, index) => written(index)),
  ];
  const depths = lines.flatMap((line) => [indentOf(line), indentOf(line.replace("- ", "  "))]);
  const indents = [...new Set(depths)].sort((a, b) => a - b).slice(0, 8);
  const keyed = [...new Set(candidates)].flatMap((index) => {
    const [, indent = "", dash = "", key, rest = ""] =
      /^( *)(- )?([A-Za-z][\w-]*)(:.*)$/.exec(lines[index] ?? "") ?? [];
    if (key === undefined) return [];
    const start = lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0);
    const told = place(start + indent.length);
    const fits = (changed: string): boolean => isReadable(lines.with(index, changed));
    return [{ indent, dash, key, rest, told, fits }];
  });
  for (const { indent, dash, key, rest, told, fits } of keyed) {
    if (dash === "" || !fits(`${indent}${key}${rest}`)) continue;
    return [problemOf(yamlRules, "yaml-dash", told, { key, line: key + rest })];
  }
  // A line that begins further to the right is rather the wrong one.
  for (const { indent, dash, key, rest, told, fits } of keyed.sort(
    (a, b) => Number(a.indent === "") - Number(b.indent === ""),
  )) {
    const better = indents.find((width) => fits(" ".repeat(width) + dash + key + rest));
    if (better === undefined) continue;
    const values = { found: spaces(indent.length), better: spaces(better) };
    return [problemOf(yamlRules, "yaml-indent", told, values)];
  }
  for (const { indent, dash, key, rest, told, fits } of keyed) {
    const item = `- ${key}${rest}`;
    if (dash !== "" || !(fits(indent + item) || fits(indent.slice(2) + item))) continue;
    return [problemOf(yamlRules, "yaml-no-dash", told, { key, line: item })];
  }
  return [];
}

function isReadable(lines: readonly string[]): boolean {
  // A blank that is no space is a letter to YAML.
  if (lines.some((line) => /^ *[^\S ]/.test(line))) return false;
  return parseDocument(lines.join("\n"), { logLevel: "silent" }).errors.length === 0;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function spaces(count: number): string {
  return count === 0 ? "no space" : countWords(count, "space");
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
  // Where even the first word is quoted soundly, the fault is another.
  if (quoted !== undefined && !/^[\w.-]*$|^"[^"]*"$/.test(value)) {
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
    remedy: "{advice}",
    example: { advice: "replace it with 2 spaces" },
  },
  "yaml-dash": {
    severity: "error",
    message: "a dash stands before `{key}`, which is no item of a list",
    remedy: "delete the dash: `{line}`",
    example: { key: "title", line: "title: News" },
  },
  "yaml-no-dash": {
    severity: "error",
    message: "before `{key}` the dash is missing that begins an item of this list",
    remedy: "begin the line with a dash, as the other items do: `{line}`",
    example: { key: "page", line: "- page: about" },
  },
  "yaml-indent": {
    severity: "error",
    message: "this line begins with {found}, which does not fit the lines around it",
    remedy: "begin it with {better}",
    example: { found: "2 spaces", better: "no space" },
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
