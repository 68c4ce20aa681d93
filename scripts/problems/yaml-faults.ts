import { countWords } from "../lib/lists.ts";
import { type Place, type Problem, problemOf, type Rules } from "./problem.ts";

/** A place by the index of a line and of a letter in it. */
type PlaceAt = (index: number, column: number) => Place;

/** Beyond this, reading a text again for each guess would take seconds. In UTF-16 code units. */
const maximumLength = 50_000;

/**
 * What is wrong with a YAML text that cannot be read from the offset `fault` on. What a parser says
 * of it seldom names what an editor did. So slips that editors make are mended one at a time, and
 * that one is told without which the text can be read, or else the furthest.
 *
 * @param list whether a list is wanted, and not a mapping
 * @param faultAfter offset of the first fault of another text
 */
export function yamlFaults(
  text: string,
  fault: number,
  list: boolean,
  place: PlaceAt,
  faultAfter: (text: string) => number | undefined,
): Problem[] {
  const lines = text.split("\n");
  const index = lineOf(text, fault);
  let furthest = index;
  let best = [unreadable(lines, index, list, place)];
  for (const mends of text.length > maximumLength ? [] : guesses(lines, index, place)) {
    const changed = new Map(mends.map((mend) => [mend.index, mend.line]));
    const mended = lines.map((line, at) => changed.get(at) ?? line).join("\n");
    const next = faultAfter(mended);
    const reached = next === undefined ? Number.POSITIVE_INFINITY : lineOf(mended, next);
    if (reached > furthest) {
      furthest = reached;
      best = mends.map(({ problem }) => problem);
    }
    if (next === undefined) break;
  }
  return best;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length - 1;
}

function unreadable(
  lines: readonly string[],
  index: number,
  list: boolean,
  place: PlaceAt,
): Problem {
  const line = lines[index] ?? "";
  if (/^\s*(?:- +)*[A-Za-z][\w-]*[ \t]*[:：]/.test(line)) {
    const culprit = goesOn(lines, index) ? index + 1 : index;
    const at = place(culprit, indentOf(lines[culprit] ?? ""));
    return problemOf(yamlRules, "yaml-malformed", at, {});
  }
  const at = place(index, indentOf(line));
  return list
    ? problemOf(yamlRules, "yaml-no-dash", at, { key: line.trim(), line: `- ${line.trim()}` })
    : problemOf(yamlRules, "yaml-line", at, {});
}

/** A line as it may have been meant, and what is wrong with it if so. */
interface Mend {
  index: number;
  line: string;
  problem: Problem;
}

/** Slips that can make the line at `index` unreadable, each with all lines that it concerns. */
function* guesses(lines: readonly string[], index: number, place: PlaceAt): Iterable<Mend[]> {
  yield withoutTabs(lines, place);
  const first = lines.findIndex((line) => !isEmpty(line));
  const opening = lines.findLastIndex((line, at) => at <= index && unclosed.test(line));
  yield goingOn(lines, opening, place);
  const near = new Set([index, index - 1, index - 2, index + 1, first, opening]);
  for (const guess of [withColon, withoutDash, withDash, movedLeft, movedRight, withQuotes]) {
    for (const at of near) {
      if (isEmpty(lines[at] ?? "")) continue;
      for (const mend of guess(lines, at, place)) yield [mend];
    }
  }
  yield lines.flatMap((line, at) => (line.startsWith("- ") ? withoutDash(lines, at, place) : []));
}

/** Whether the next line belongs to the one at `index`. */
function goesOn(lines: readonly string[], index: number): boolean {
  return indentOf(lines[index + 1] ?? "") > indentOf(lines[index] ?? "");
}

function isEmpty(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function spacesOf(count: number): string {
  return count === 0 ? "no space" : countWords(count, "space");
}

/** A line in its parts: blanks, a dash and the blanks behind it, a key with its colon, the rest. */
const parts = /^([ \t]*)((?:-[ \t]+)?)((?:[A-Za-z][\w-]*:)?)(.*)/;

/** The end of a line below which keys, or a text of several lines, stand indented. */
const opens = /:[ \t]*(?:[>|][+-]?[ \t]*)?(?:#.*)?$/;

/** With spaces in place of tabs: as far from the left as the same key elsewhere or the line above. */
function withoutTabs(lines: readonly string[], place: PlaceAt): Mend[] {
  const divided = lines.map((line) => {
    const [, indent = "", dash = "", key = "", rest = ""] = parts.exec(line) ?? [];
    return { line, indent, dash, rest: key + rest, name: (dash && "- ") + key };
  });
  const untabbed = divided.filter(({ indent }) => !indent.includes("\t"));
  const known = new Map(untabbed.map(({ name, indent }) => [name, indent.length]));
  let above = "";
  return divided.flatMap(({ line, indent, dash, rest, name }, index) => {
    if (isEmpty(line)) return [];
    const isBelow = name === "" || opens.test(above);
    const below = above.search(/[^\s-]|$/) + (isBelow ? 2 : -dash.length);
    const wanted = (name === "" ? undefined : known.get(name)) ?? Math.max(0, below);
    const mended =
      (indent.includes("\t") ? " ".repeat(wanted) : indent) + (dash.includes("\t") ? "- " : dash);
    if (name !== "") above = mended + rest;
    const tabs = (indent + dash).split("\t").length - 1;
    if (tabs === 0) return [];
    const count = mended.length - (indent + dash).length + tabs;
    const advice = count > 0 ? `replace it with ${spacesOf(count)}` : "delete it";
    const problem = problemOf(yamlRules, "yaml-tab", place(index, line.indexOf("\t")), { advice });
    return [{ index, line: mended + rest, problem }];
  });
}

function withColon(lines: readonly string[], index: number, place: PlaceAt): Mend[] {
  const line = lines[index] ?? "";
  const [, indent = "", head = "", key = "", colon = "", blank = "", value = ""] =
    /^( *)((?:- +)*([A-Za-z][\w-]*))[ \t]*([:：])(\s*)(.*)$/.exec(line) ?? [];
  if (colon === "" || (colon === ":" && /^[ \t]/.test(blank)) || value === "") return [];
  const wide = colon === "：";
  const mended = wide ? quotedLine(`${head}: ${value}`) : `${head}: ${value}`;
  const rule = wide ? "yaml-wide-colon" : blank === "" ? "yaml-space" : "yaml-wide-blank";
  const at = place(
    index,
    rule === "yaml-space" ? indent.length : line.indexOf(colon) + (wide ? 0 : 1),
  );
  const called = blank.startsWith("\u3000") ? "a full-width blank" : "an unusual blank";
  const problem = problemOf(yamlRules, rule, at, { key, blank: called, line: mended });
  return [{ index, line: indent + mended, problem }];
}

function withoutDash(lines: readonly string[], index: number, place: PlaceAt): Mend[] {
  const line = lines[index] ?? "";
  const [, indent = "", rest = "", key = ""] = /^( *)- +(([A-Za-z][\w-]*):.*)/.exec(line) ?? [];
  if (key === "") return [];
  const at = place(index, indent.length);
  const problem = problemOf(yamlRules, "yaml-dash", at, { key, line: rest });
  return [{ index, line: indent + rest, problem }];
}

/** With a dash, where another stands in its place, or the key is the first or begins other items. */
function withDash(lines: readonly string[], index: number, place: PlaceAt): Mend[] {
  const [, indent = "", other = "", rest = "", key = ""] =
    /^( *)((?:-|[–—−－] *)?)(([A-Za-z][\w-]*):.*)/.exec(lines[index] ?? "") ?? [];
  const item = new RegExp(`^ *- +${key}:`);
  const isItem =
    other !== "" || lines.slice(0, index).every(isEmpty) || lines.some((line) => item.test(line));
  if (key === "" || !isItem) return [];
  const mended = `- ${rest}`;
  const at = place(index, indent.length);
  const problem = problemOf(yamlRules, "yaml-no-dash", at, { key, line: mended });
  // Below the keys of other items, the dash takes the place of two spaces.
  return [indent, indent.slice(2)].map((before) => ({ index, line: before + mended, problem }));
}

function movedLeft(lines: readonly string[], index: number, place: PlaceAt): Mend[] {
  return moved(lines, index, place, (wanted, found) => wanted < found);
}

function movedRight(lines: readonly string[], index: number, place: PlaceAt): Mend[] {
  // The first line would only take the fault from itself to the next.
  if (lines.slice(0, index).every(isEmpty)) return [];
  return moved(lines, index, place, (wanted, found) => wanted > found);
}

/** As far from the left as a line beside it, or as the first key of the item that it is in. */
function moved(
  lines: readonly string[],
  index: number,
  place: PlaceAt,
  isMeant: (wanted: number, found: number) => boolean,
): Mend[] {
  const line = lines[index] ?? "";
  if (!/^\s*(?:- |[A-Za-z][\w-]*:)/.test(line)) return [];
  const before = lines.findLastIndex((other, at) => at < index && !isEmpty(other));
  const after = lines.findIndex((other, at) => at > index && !isEmpty(other));
  const indents = [lines[before], lines[after]].flatMap((other = "") => [
    indentOf(other),
    other.search(/[^\s-]|$/),
  ]);
  const found = indentOf(line);
  const wanted = [...new Set([0, ...indents])].filter((indent) => isMeant(indent, found));
  return wanted.map((indent) => {
    const values = { found: spacesOf(found), better: spacesOf(indent) };
    const problem = problemOf(yamlRules, "yaml-indent", place(index, found), values);
    return { index, line: " ".repeat(indent) + line.trimStart(), problem };
  });
}

/** A value with a quotation mark at its beginning alone; one behind `\` is a part of the text. */
const unclosed = /^\s*(?:- +)*[A-Za-z][\w-]*:[ \t]+(["'])(?:\\.|(?!\1)[^\\])*$/;

/** With the lines further in that a text in quotation marks goes on in, down to its last mark. */
function goingOn(lines: readonly string[], index: number, place: PlaceAt): Mend[] {
  const line = lines[index] ?? "";
  const mark = unclosed.exec(line)?.[1] ?? "\n";
  const end = lines.findIndex((other, at) => at > index && other.trimEnd().endsWith(mark));
  const wanted = line.search(/[^\s-]/) + 2;
  return lines.slice(index + 1, end + 1).flatMap((other, at) => {
    const found = indentOf(other);
    if (other.trim() === "" || found > wanted - 2) return [];
    const values = { found: spacesOf(found), better: spacesOf(wanted) };
    const problem = problemOf(yamlRules, "yaml-indent", place(index + 1 + at, found), values);
    return [{ index: index + 1 + at, line: " ".repeat(wanted) + other.trimStart(), problem }];
  });
}

function withQuotes(lines: readonly string[], index: number, place: PlaceAt): Mend[] {
  const line = lines[index] ?? "";
  const [, key = "", value = ""] = /^\s*(?:- +)*([A-Za-z][\w-]*):[ \t]+(\S.*)$/.exec(line) ?? [];
  // A group of keys or a list would be a text then, and what goes on below would still be lost.
  if (value === "" || /^(?:\{|\[[^\]]*$)/.test(value) || goesOn(lines, index)) return [];
  const mended = quotedLine(line);
  const at = place(index, line.length - value.length);
  const isUnclosed = unclosed.test(line) && unquoted(value) !== value;
  const problem = isUnclosed
    ? problemOf(yamlRules, "yaml-quote", at, { line: mended })
    : problemOf(yamlRules, "yaml-value", at, { key, line: mended });
  return [{ index, line: " ".repeat(indentOf(line)) + mended, problem }];
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
  "yaml-wide-blank": {
    severity: "error",
    message: "after `{key}:` stands {blank} in place of a space",
    remedy: "write `{line}`",
    example: { key: "title", blank: "a full-width blank", line: "title: 上海" },
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
 * A line of YAML, without its indentation, whose whole value is in quotation marks: after its key,
 * its dash, or both. Marks that were meant to hold all of it are not doubled.
 */
export function quotedLine(line: string): string {
  const [, head = "", written = ""] =
    /^\s*((?:- +)*(?:[A-Za-z][\w-]*:[ \t]+)?)(.*)$/.exec(line.trimEnd()) ?? [];
  return head.replace(/[ \t]+/g, " ") + quoteYaml(unquoted(written));
}

/** What is left out where a text begins: ’90s, ’n’ roll, ’Twas. */
const leftOut = /^'(?:\d\d|(?:n|em|til|tis|twas|cause)\b)/i;

/**
 * A value without the marks that were meant to hold it: around all of it, or at its beginning alone.
 * Of words in it they are where the first is closed at the end of a word, before more text.
 */
function unquoted(value: string): string {
  const mark = /^["']/.exec(value)?.[0];
  if (mark === undefined || leftOut.test(value)) return value;
  const inside = value.slice(1);
  // Neither an apostrophe within a word, nor a mark that is escaped or doubled.
  const next = inside.search(mark === '"' ? /(?<!\\)"/ : /(?<!['\\])'(?!')(?<!\p{L}'(?=\p{L}))/u);
  const isAround = next === inside.length - 1 || /(?:^|[\s(（])$/.test(inside.slice(0, next));
  if (next !== -1 && !(isAround && inside.endsWith(mark))) return value;
  const text = next === -1 ? inside : inside.slice(0, -1);
  return mark === '"' ? text.replaceAll('\\"', '"') : text.replaceAll("''", "'");
}

/** `text` in the quotation marks that YAML needs the fewest escapes in. */
export function quoteYaml(text: string): string {
  if (!/["\\\p{Cc}]/u.test(text)) return `"${text}"`;
  if (!/['\p{Cc}]/u.test(text)) return `'${text}'`;
  return JSON.stringify(text);
}
