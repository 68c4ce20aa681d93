import {
  Composer,
  CST,
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  Parser,
  type Scalar,
  visit,
} from "yaml";
import {
  type Place,
  type Problem,
  positionFinder,
  problemOf,
  type TextPosition,
} from "./problem.ts";
import { quotedLine, yamlFaults, yamlRules } from "./yaml-faults.ts";

export interface YamlSource {
  /** Path from the project's root, with forward slashes. */
  path: string;
  /** LF line ends, no BOM. */
  text: string;
  /** Line of the file on which `text` begins: 1 if it is the whole file. */
  firstLine: number;
  /** Whether a list is wanted, and not a mapping. */
  list?: boolean;
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
 * `data` is undefined if the text could not be read at all, and null if nothing is in it.
 */
export function parseYaml(source: YamlSource): YamlData {
  const { path, text, firstLine, list = false } = source;
  const finder = positionFinder(text);
  const position = (offset: number): TextPosition => {
    const { line, column } = finder(offset);
    return { line: line + firstLine - 1, column };
  };
  const place = (offset: number): Place => ({ path, ...position(offset) });
  const refused = (problems: readonly Problem[]): YamlData => ({
    path,
    data: undefined,
    find: () => undefined,
    problems: problems.slice(0, maximumProblems),
  });

  const tokens = [...new Parser().parse(text)];
  const { tooDeep, marks, second } = scanTokens(tokens);
  if (tooDeep !== undefined) {
    return refused([problemOf(yamlRules, "yaml-depth", place(tooDeep), {})]);
  }
  if (marks.length > 0) {
    return refused(meantMarks(text, marks).map((at) => markProblem(text, at, place)));
  }
  if (second !== undefined) {
    const end = text.startsWith("---", second) ? second : text.lastIndexOf("\n...", second) + 1;
    return refused([problemOf(yamlRules, "yaml-line", place(end), {})]);
  }

  const document = compose(text, tokens);
  const fault = firstFault(document, list);
  if (fault !== undefined) {
    const at = (index: number, column: number) => {
      return { path, line: firstLine + index, column: column + 1 };
    };
    return refused(
      yamlFaults(text, fault, list, at, (mended) => firstFault(compose(mended), list)),
    );
  }

  const problems = checkNodes(document, source, place);
  return {
    path,
    data: document.toJS(),
    find: (keys) => findYamlValue(document, text, position, keys),
    problems: problems.slice(0, maximumProblems),
  };
}

/** The document of a text that {@link parseYaml} can read, with the places of its nodes. */
export function compose(text: string, tokens: Iterable<CST.Token> = new Parser().parse(text)) {
  const composer = new Composer({
    version: "1.2",
    schema: "core",
    merge: false,
    stringKeys: true,
    // It compares each key with all before it.
    uniqueKeys: false,
    resolveKnownTags: false,
    logLevel: "silent",
  });
  const [document] = composer.compose(tokens, true, text.length);
  if (document === undefined) throw new Error("the YAML composer made no document");
  return document as Document.Parsed;
}

interface TokenScan {
  /** Offset of the first token nested deeper than allowed. */
  tooDeep: number | undefined;
  /** Offsets of anchors (`&`), aliases (`*`), tags (`!`) and directives (`%`). */
  marks: number[];
  /** Offset of what begins a second document. */
  second: number | undefined;
}

const markTypes = new Set(["anchor", "tag", "alias"]);

/** Looks through the tokens of a YAML text before a document is composed of them. */
function scanTokens(tokens: readonly CST.Token[]): TokenScan {
  const documents = tokens.filter((token) => token.type === "document");
  const scan: TokenScan = { tooDeep: undefined, marks: [], second: documents[1]?.offset };
  for (const token of tokens) if (token.type === "directive") scan.marks.push(token.offset);
  for (const document of documents) {
    CST.visit(document, ({ start, key, sep = [], value }, path) => {
      for (const token of [...start, key, ...sep, value]) {
        if (token && markTypes.has(token.type)) scan.marks.push(token.offset);
      }
      if (path.length < maximumDepth || !value || !("items" in value)) return undefined;
      scan.tooDeep ??= value.offset;
      return CST.visit.BREAK;
    });
  }
  return scan;
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
  const sign = text[at] ?? "";
  if (sign === "%") return problemOf(yamlRules, "yaml-line", place(at), {});
  const values = { sign, line: quotedLine(lineAt(text, at)) };
  return problemOf(yamlRules, "yaml-sign", place(at), values);
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return text.slice(start).split("\n", 1)[0] ?? "";
}

type ParsedPair = Pair<Scalar.Parsed, ParsedNode | null>;

/** Offset of the first thing that cannot be read, or not as what is wanted; an empty text can. */
function firstFault({ errors, contents }: Document.Parsed, list: boolean): number | undefined {
  const [error] = errors;
  if (error !== undefined) return error.pos[0];
  if (contents === null || (isScalar(contents) && contents.value === null)) return undefined;
  if (list ? !isSeq(contents) : !isMap(contents)) return contents.range[0];
  let fault: number | undefined;
  visit(contents, {
    Pair(_, pair) {
      const { source, range } = (pair as ParsedPair).key;
      if (source !== "") return undefined;
      fault = range[0];
      return visit.BREAK;
    },
    // The keys of an item once more, in their order: the dash of the next is missing.
    Map(_, { items }, path) {
      if (!isSeq(path.at(-1))) return undefined;
      const keys = (items as ParsedPair[]).map(({ key }) => key.source);
      const again = keys.indexOf(keys[0] ?? "", 1);
      const before = new Set(keys.slice(0, again));
      if (again === -1 || !keys.slice(again + 1).some((key) => before.has(key))) return undefined;
      fault = (items[again] as ParsedPair).key.range[0];
      return visit.BREAK;
    },
  });
  return fault;
}

/** Keys that reach the prototype of a JavaScript object. */
const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/** What is wrong with single keys and values. Takes keys away that are wrong, and makes text of what is to stay so. */
function checkNodes(
  document: Document.Parsed,
  { text, asText = [], commentsAfterText = true }: YamlSource,
  place: (offset: number) => Place,
): Problem[] {
  const problems: Problem[] = [];
  const textual = new Set<unknown>(asText.map((key) => document.get(key, true)));
  visit(document, {
    Map(_, map) {
      const firsts = new Map<string, number>();
      map.items = (map.items as ParsedPair[]).filter(({ key: { source: key, range } }) => {
        const at = place(range[0]);
        const first = firsts.get(key);
        if (forbidden.has(key)) problems.push(problemOf(yamlRules, "forbidden-key", at, { key }));
        else if (first === undefined) firsts.set(key, at.line);
        else problems.push(problemOf(yamlRules, "duplicate-key", at, { key, first }));
        return firsts.get(key) === at.line;
      });
    },
    Scalar(role, node) {
      const { type, value, source, range } = node as Scalar.Parsed;
      if (type !== "PLAIN") return;
      if (textual.has(node)) node.value = source || value;
      else if (role !== "key" && typeof value === "string" && !commentsAfterText) {
        // `title: Pier #3` loses its “#3” without a word.
        const lost = /^[ \t]+(?=#)/.exec(text.slice(range[1]).split("\n", 1)[0] ?? "");
        if (lost === null) return;
        const values = { line: quotedLine(lineAt(text, range[1])) };
        problems.push(problemOf(yamlRules, "yaml-hash", place(range[1] + lost[0].length), values));
      }
    },
  });
  return problems;
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
interface YamlValue {
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
