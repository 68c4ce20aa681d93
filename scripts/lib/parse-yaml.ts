import { Composer, type Document, Parser } from "yaml";
import { findYamlValue } from "./find-yaml-value.ts";
import { plainData } from "./plain-data.ts";
import { positionFinder } from "./position-finder.ts";
import type { Problem } from "./problem.ts";
import { problemOf } from "./problem-of.ts";
import { quotedLine } from "./quoted-line.ts";
import { scanYamlTokens } from "./scan-yaml-tokens.ts";
import type { Place, TextPosition } from "./text-position.ts";
import type { YamlData } from "./yaml-data.ts";
import { yamlRules } from "./yaml-rules.ts";
import { yamlSyntaxProblem } from "./yaml-syntax-problem.ts";

export interface YamlSource {
  /** Path from the project's root, with forward slashes. */
  path: string;
  /** LF line ends, no BOM. */
  text: string;
  /** Line of the file on which `text` begins: 1 if it is the whole file. */
  firstLine: number;
  /** Top-level keys whose values stay text as written, whatever YAML would make of them. */
  asText?: readonly string[];
  /** False where a `#` after a text is rather a part of it than a comment. */
  commentsAfterText?: boolean;
}

/** No mapping or list of ours is nested nearly as deeply; far beyond it the composer breaks down. */
const maximumDepth = 24;
/** Of one file; the next show when these are mended. */
const maximumProblems = 50;

/**
 * Reads YAML 1.2 (core schema) as people write it: no anchors, aliases, tags, directives, merges,
 * duplicate keys or keys that mean something to JavaScript; each is a problem. Never throws.
 * `data` is undefined if the text could not be read at all.
 */
export function parseYaml(source: YamlSource): YamlData {
  const { path, text } = source;
  const finder = positionFinder(text);
  const position = (offset: number): TextPosition => {
    const { line, column } = finder(offset);
    return { line: line + source.firstLine - 1, column };
  };
  const place = (offset: number): Place => ({ path, ...position(offset) });
  const refused = (...problems: Problem[]): YamlData => ({
    path,
    data: undefined,
    find: () => undefined,
    problems: problems.slice(0, maximumProblems),
  });

  const tokens = [...new Parser().parse(text)];
  const { tooDeep, marks, second } = scanYamlTokens(tokens, maximumDepth);
  if (tooDeep !== undefined) return refused(problemOf(yamlRules, "yaml-depth", place(tooDeep), {}));
  if (marks.length > 0) {
    return refused(...meantMarks(text, marks).map((at) => markProblem(text, at, place)));
  }
  if (second !== undefined) {
    const end = text.startsWith("---", second) ? second : text.lastIndexOf("\n...", second) + 1;
    return refused(problemOf(yamlRules, "yaml-line", place(end), {}));
  }

  const document = compose(tokens, text.length);
  const syntax = yamlSyntaxProblem(text, document, place);
  if (syntax !== undefined) return refused(syntax);

  const { asText = [], commentsAfterText = true } = source;
  const { data, problems } = plainData(document, text, place, { asText, commentsAfterText });
  return {
    path,
    data,
    find: (keys) => findYamlValue(document, text, position, keys),
    problems: problems.slice(0, maximumProblems),
  };
}

function compose(
  tokens: Iterable<Parameters<Composer["next"]>[0]>,
  length: number,
): Document.Parsed {
  const composer = new Composer({
    version: "1.2",
    schema: "core",
    merge: false,
    uniqueKeys: false,
    resolveKnownTags: false,
    logLevel: "silent",
  });
  const [document] = composer.compose(tokens, true, length);
  if (document === undefined) throw new Error("the YAML composer made no document");
  return document as Document.Parsed;
}

/** Of a line with several marks the first; what follows an anchor (`&`) only refers to it. */
function meantMarks(text: string, marks: readonly number[]): number[] {
  const sorted = [...marks].sort((a, b) => a - b);
  const firsts = sorted.filter((at, index) => {
    const before = sorted[index - 1];
    return before === undefined || text.slice(before, at).includes("\n");
  });
  const anchor = firsts.findIndex((at) => text[at] === "&");
  return anchor === -1 ? firsts : firsts.slice(0, anchor + 1);
}

function markProblem(text: string, at: number, place: (offset: number) => Place): Problem {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  const line = text.slice(start, end === -1 ? undefined : end);
  const sign = text[at] ?? "";
  if (sign === "%") return problemOf(yamlRules, "yaml-line", place(at), {});
  const values = { sign, line: quotedLine(line) ?? `"${line.trim()}"` };
  return problemOf(yamlRules, "yaml-sign", place(at), values);
}
