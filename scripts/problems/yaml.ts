import {
  Composer,
  type CST,
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  Parser,
} from "yaml";
import {
  type Place,
  type Problem,
  positionFinder,
  problemOf,
  type TextPosition,
} from "./problem.ts";
import { quotedLine, yamlLineProblem, yamlRules, yamlSyntaxProblems } from "./yaml-faults.ts";

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
  const syntax = yamlSyntaxProblems(text, document, place);
  if (syntax.length > 0) return refused(...syntax);

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

interface YamlTokenScan {
  /** Offset of the first token nested deeper than allowed. */
  tooDeep: number | undefined;
  /** Offsets of anchors (`&`), aliases (`*`), tags (`!`) and directives (`%`), in no order. */
  marks: number[];
  /** Offset of what begins a second document. */
  second: number | undefined;
}

/** Looks through the tokens of a YAML text before a document is composed of them. Never recurses. */
function scanYamlTokens(tokens: readonly CST.Token[], maximumDepth: number): YamlTokenScan {
  const scan: YamlTokenScan = { tooDeep: undefined, marks: [], second: undefined };
  const properties = (found: readonly CST.Token[] | undefined): void => {
    for (const { type, offset } of found ?? []) {
      if (type === "anchor" || type === "tag") scan.marks.push(offset);
    }
  };
  const documents = tokens.filter(({ type }) => type === "document");
  scan.second = documents[1]?.offset;

  const stack = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { token, depth } = next;
    if (token.type === "alias" || token.type === "directive") scan.marks.push(token.offset);
    if (token.type === "document") {
      properties(token.start);
      if (token.value !== undefined) stack.push({ token: token.value, depth: 1 });
    }
    if (!("items" in token)) continue;
    if (depth > maximumDepth) {
      scan.tooDeep = Math.min(token.offset, scan.tooDeep ?? token.offset);
      continue;
    }
    for (const item of token.items) {
      properties(item.start);
      properties(item.sep);
      if (item.key) stack.push({ token: item.key, depth: depth + 1 });
      if (item.value) stack.push({ token: item.value, depth: depth + 1 });
    }
  }
  return scan;
}

/** Keys that reach the prototype of a JavaScript object. */
const forbidden = new Set(["__proto__", "constructor", "prototype"]);

interface PlainDataOptions {
  /** Top-level keys whose values stay text as written. */
  asText: readonly string[];
  /** Whether a comment may follow a text on its line; else it is taken as lost text. */
  commentsAfterText: boolean;
}

/**
 * The content of a YAML document without aliases and tags, as plain objects, arrays and scalars. Of
 * duplicate keys the first counts; they, forbidden keys and keys that are not text are problems.
 */
function plainData(
  document: Document.Parsed,
  text: string,
  place: (offset: number) => Place,
  options: PlainDataOptions,
): { data: unknown; problems: Problem[] } {
  const problems: Problem[] = [];

  const convert = (
    node: ParsedNode | null,
    asText: boolean,
    depth: number,
    inList = false,
  ): unknown => {
    if (isSeq(node)) return node.items.map((item) => convert(item, false, depth + 1, true));
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
      } else if (first !== undefined && inList && first === node.items[0]?.key.range[0]) {
        // The first key of an item begins the next one; what follows here is of that.
        const values = { key, line: `- ${text.slice(start, lineEnd(text, start))}` };
        problems.push(problemOf(yamlRules, "yaml-no-dash", place(start), values));
        break;
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

/** What stands in a YAML document at a path of keys and indices; undefined if nothing does. */
function findYamlValue(
  document: Document.Parsed,
  text: string,
  position: (offset: number) => TextPosition,
  path: readonly PropertyKey[],
): YamlValue | undefined {
  let node: ParsedNode | null = document.contents;
  let key = node?.range[0] ?? 0;
  let end = key;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.source === step);
      if (pair === undefined) return undefined;
      node = pair.value;
      [key, end] = pair.key.range;
    } else if (isSeq(node) && typeof step === "number" && step < node.items.length) {
      node = node.items[step] ?? null;
      key = end = node?.range[0] ?? end;
    } else return undefined;
  }
  const [start, stop] = node?.range ?? [end, end];
  const scalar = isScalar(node) ? node : undefined;
  const textAt = textStart(text, start, scalar?.type);
  const source = scalar?.source ?? "";
  return {
    key: position(key),
    value: position(start),
    written: text.slice(start, stop).split("\n", 1)[0]?.trimEnd() ?? "",
    text: isCollection(node) || scalar?.value == null ? undefined : (scalar.source ?? ""),
    textStart: position(textAt),
    aligned:
      scalar?.type === "BLOCK_LITERAL" ||
      (!source.includes("\n") && text.startsWith(source, textAt)),
  };
}

/** Offset of the first character of a scalar's text: within its marks, or below its `|`. */
function textStart(text: string, start: number, type: string | null | undefined): number {
  if (type?.startsWith("QUOTE")) return start + 1;
  if (!type?.startsWith("BLOCK")) return start;
  const first = text.indexOf("\n", start) + 1;
  if (first === 0) return start;
  const indent = /^(?:[ \t]*\n)*([ \t]*)/.exec(text.slice(first))?.[1]?.length ?? 0;
  const lineEnd = text.indexOf("\n", first);
  return Math.min(first + indent, lineEnd === -1 ? text.length : lineEnd);
}

/** One value of a YAML text, where it stands and as it is written. */
export interface YamlValue {
  /** Where its key stands; for an item of a list, where the item begins. */
  key: TextPosition;
  /** Where the value itself begins, its quotation mark included. */
  value: TextPosition;
  /** The value as written, quotation marks included; only its first line. */
  written: string;
  /** For a scalar, its text; undefined for lists, mappings and empty values. */
  text: string | undefined;
  /** Where the text of a scalar begins; below the `|` for a block. */
  textStart: TextPosition;
  /**
   * Whether the lines of the text are lines of the file, all beginning at that column: not so where
   * lines are folded into one, or escapes stand in it.
   */
  aligned: boolean;
}

/** A YAML text as plain data, with the place of everything in it. */
export interface YamlData {
  path: string;
  /** Plain objects, arrays, strings, numbers, booleans and null. */
  data: unknown;
  /** What is at a path of keys and indices; undefined if nothing is. */
  find: (path: readonly PropertyKey[]) => YamlValue | undefined;
  problems: Problem[];
}
