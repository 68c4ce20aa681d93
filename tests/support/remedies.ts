import type { Problem } from "../../scripts/problems/problem.ts";

/** What stands from one offset to another, and what is to stand there. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** Where a problem is: `at` in `text`, on the line from `start` to `end`. */
interface Spot {
  problem: Problem;
  text: string;
  at: number;
  start: number;
  end: number;
}

/** What the quoted words of a remedy tell to do; undefined: nothing that could be done word for word. */
type Form = (spot: Spot, quoted: string) => Edit[] | undefined;

/**
 * The edits of somebody who follows the remedy of `problem` word for word, and takes the first way
 * where it names two; undefined where there are none, so that a person must decide.
 *
 * @param text of the problem's file, with LF line ends
 */
export function editsOf(problem: Problem, text: string): Edit[] | undefined {
  let start = 0;
  for (let line = 1; line < problem.line; line++) start = text.indexOf("\n", start) + 1;
  const end = `${text}\n`.indexOf("\n", start);
  const spot = { problem, text, at: start + problem.column - 1, start, end };
  for (const [remedy, form] of forms) {
    const match = remedy.exec(problem.remedy);
    if (match) return form(spot, match[1] ?? "");
  }
  return undefined;
}

/** The file that the remedy of `problem` tells to change. */
export function fileOfRemedy({ remedy, path }: Problem): string {
  return /front matter of (\S+) `/.exec(remedy)?.[1] ?? path;
}

/** Where the remedy of `problem` tells to move the file; undefined where it leaves it. */
export function newPath({ remedy, path }: Problem): string | undefined {
  const to = /^(?:re)?(?:name|move) (?:the file|it) to `([^`]+)`(?!, and)/.exec(remedy)?.[1];
  return to?.includes("/") ? to : to && path.replace(/[^/]*$/, to);
}

/** `text` with `edits`, from its end on; of those that overlap the last alone. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let done = text;
  let untouched = text.length + 1;
  for (const { from, to, text: better } of edits.toReversed().sort((a, b) => b.from - a.from)) {
    if (to > untouched) continue;
    done = done.slice(0, from) + better + done.slice(to);
    untouched = from;
  }
  return done;
}

/** In this order: the first that fits the remedy is taken. */
const forms: readonly (readonly [RegExp, Form])[] = [
  // Lines.
  [/^delete everything before/, ({ at }) => [{ from: 0, to: at, text: "" }]],
  [/^delete it and, if a letter/, ({ at }) => [{ from: at, to: at + 1, text: "" }]],
  [/^delete (?:it|the line|`draft: true`)\b/, withoutLine],
  [/^delete the dash: `(.+)`$/, wholeLine],
  [
    /^begin the line with a dash.*: `(.+)`$/,
    (spot, line) => [{ from: spot.start, to: spot.end, text: line }],
  ],
  [/^write `(---)` alone on this line$/, wholeLine],
  [/^write a line `---` before line (\d+)$/, closeBeforeLine],
  [/add (?:a line like|this line to|to) .*?`(.+)`$/, addLine],
  [/^(?:begin|replace) it with (\w+) spaces?$/, indent],
  [/, or delete the line$/, withoutLine],
  [/^put the picture in a paragraph of its own/, pictureBelow],
  [/^put a line of (\S+) where/, ({ text }, marks) => [insert(text.length, `\n${marks}\n`)]],
  [/ and delete the line of =$/, marksForUnderline],
  // HTML.
  [/^take the remark out, up to its `-->`/, ({ text, at }) => [cut(text, at, "-->")]],
  [/^take it out$/, withoutElement],
  [/^take it out and keep/, (spot) => around(spot, "", "")],
  [/^write `(\W+)\w[^`]*` with .* on each side/, (spot, mark) => around(spot, mark, mark)],
  [/^put backticks around it/, (spot) => around(spot, "`", "`")],
  [/^write `(##)` and a space before/, (spot) => around(spot, "\n\n## ", "\n\n")],
  [/^write `(---)` on a line of its own/, (spot) => around(spot, "\n\n---\n\n", "")],
  [/^leave an empty line for a new/, (spot) => around(spot, "\n\n", "")],
  [/^begin each item .* with `(- )`/, listItem],
  [/^begin each line of the quotation with/, quotation],
  [/^write `!\[what it shows\]\(path\)`/, picture],
  [/`\[text\]\((?:address|https:.*)\)`/, link],
  [/ or write `(\\<)` for a `<`/, ({ at }) => [insert(at, "\\")]],
  // A person must decide: an example is no replacement.
  [/\b(?:such as|like)(?: this:)? `|…`|\(address\)`/, () => undefined],
  // The words to write, in place of those that are quoted.
  [/`((?:- )?[\w"]+: .+?)`/, wholeLine],
  [/^(?:write|did you mean) (?:it [^`]*)?`(.+?)`/, replacement],
];

function insert(at: number, text: string): Edit {
  return { from: at, to: at, text };
}

function cut(text: string, from: number, last: string): Edit {
  const end = text.indexOf(last, from);
  return { from, to: end === -1 ? text.length : end + last.length, text: "" };
}

function withoutLine({ text, start, end }: Spot): Edit[] {
  const indentation = /^ */.exec(text.slice(start))?.[0] ?? "";
  const rest = text.slice(end + 1);
  // What belongs to a key stands deeper than it.
  const deeper = new RegExp(`^(?:${indentation} .*\n)*`).exec(rest)?.[0].length ?? 0;
  return [{ from: start, to: end + 1 + deeper, text: "" }];
}

function wholeLine({ text, start, end }: Spot, line: string): Edit[] {
  const indentation = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return [{ from: start + indentation, to: end, text: line }];
}

function closeBeforeLine({ text }: Spot, number: string): Edit[] {
  const before = text.split("\n").slice(0, Number(number) - 1);
  return [insert(`${before.join("\n")}\n`.length, "---\n")];
}

/** At the end of the front matter, or above the problem in a file that is YAML alone. */
function addLine({ text, start }: Spot, line: string): Edit[] {
  if (text.startsWith("---")) return [insert(text.indexOf("\n---", 3) + 1, `${line}\n`)];
  return [insert(start, `${line}\n`)];
}

function indent({ text, start, end }: Spot, width: string): Edit[] {
  const blank = /^(?:- ?)?\s*/.exec(text.slice(start, end))?.[0] ?? "";
  const dash = blank.startsWith("-") ? "-" : "";
  const spaces = " ".repeat(width === "no" ? 0 : Number(width));
  return [{ from: start, to: start + blank.length, text: dash + spaces }];
}

/** Moves a picture, and the link around it, below the paragraph, table or heading in which it stands. */
function pictureBelow({ text, at }: Spot): Edit[] {
  const written = /!\[[^\]]*\](?:\([^()]*\)|\[[^\]]*\])?/y;
  const linked = /\[!\[[^\]]*\](?:\([^()]*\)|\[[^\]]*\])?\](?:\([^()]*\)|\[[^\]]*\])/y;
  const [from, pattern] = text[at - 1] === "[" ? [at - 1, linked] : [at, written];
  pattern.lastIndex = from;
  const found = pattern.exec(text)?.[0] ?? "";
  const below =
    /^(?:#.*$|[\s\S]*?(?=\n[ \t>]*\n|$(?![\s\S])))/m.exec(text.slice(from))?.[0].length ?? 0;
  return [{ from, to: from + found.length, text: "" }, insert(from + below, `\n\n${found}\n\n`)];
}

function marksForUnderline({ text, at }: Spot): Edit[] {
  const underline = /\n[ >]*=+[ \t]*(?=\n|$)/g;
  underline.lastIndex = at;
  const found = underline.exec(text);
  return found === null
    ? []
    : [insert(at, "## "), { from: found.index, to: underline.lastIndex, text: "" }];
}

/** The tag at the problem, and the closing one that belongs to it, if there is one. */
function element({ text, at }: Spot): { tag: Edit; closing: Edit | undefined } {
  const [written = "<", name = ""] = /^<\/?([\w-]*)[^>]*>?/.exec(text.slice(at)) ?? [];
  const tag = { from: at, to: at + written.length, text: "" };
  const same = new RegExp(`<(/?)${name}(?![\\w-])[^>]*>`, "gi");
  same.lastIndex = tag.to;
  let depth = written.startsWith("</") ? 0 : 1;
  for (let next = same.exec(text); depth > 0 && next; next = same.exec(text)) {
    depth += next[1] === "/" ? -1 : 1;
    if (depth === 0) {
      return { tag, closing: { from: next.index, to: same.lastIndex, text: "" } };
    }
  }
  return { tag, closing: undefined };
}

function around(spot: Spot, before: string, after: string): Edit[] {
  const { tag, closing } = element(spot);
  return [{ ...tag, text: before }, ...(closing ? [{ ...closing, text: after }] : [])];
}

function withoutElement(spot: Spot): Edit[] {
  const { tag, closing } = element(spot);
  return [{ ...tag, to: closing?.to ?? tag.to }];
}

function listItem(spot: Spot, mark: string): Edit[] {
  const isItem = /^<li/i.test(spot.text.slice(spot.at));
  return around(spot, isItem ? `\n${mark}` : "\n\n", isItem ? "" : "\n\n");
}

function quotation(spot: Spot): Edit[] {
  const { tag, closing } = element(spot);
  const inside = spot.text.slice(tag.to, closing?.from ?? tag.to).trim();
  const lines = inside.replaceAll(/^/gm, "> ");
  return [{ ...tag, to: closing?.to ?? tag.to, text: `\n\n${lines}\n\n` }];
}

/** The value of an attribute of the tag at the problem. */
function attribute({ text, at }: Spot, name: string): string {
  const tag = text.slice(at, `${text}>`.indexOf(">", at));
  return new RegExp(`\\b${name}\\s*=\\s*["']?([^"'>]*)`, "i").exec(tag)?.[1] ?? "";
}

function picture(spot: Spot): Edit[] {
  const written = `![${attribute(spot, "alt")}](${attribute(spot, "src")})`;
  return around(spot, `\n\n${written}\n\n`, "");
}

function link(spot: Spot): Edit[] {
  const address = attribute(spot, "href") || attribute(spot, "src");
  const { tag, closing } = element(spot);
  const text = closing ? spot.text.slice(tag.to, closing.from).trim() : "";
  if (text !== "") return around(spot, "[", `](${address})`);
  return around(spot, `[${address}](${address})`, "");
}

/**
 * Puts `better` in place of what the message quotes of the text. What both have in common at their
 * ends is left alone, as a person does: a message quotes the words of a heading without their marks.
 */
function replacement({ problem, text, at }: Spot, better: string): Edit[] | undefined {
  for (const [, quoted = ""] of problem.message.matchAll(/`(.+?)`/g)) {
    let same = 0;
    while (same < quoted.length && quoted.at(-1 - same) === better.at(-1 - same)) same += 1;
    const written = quoted.slice(0, quoted.length - same);
    const from = text.indexOf(text.includes(quoted, at) ? quoted : written, at);
    if (from === -1) continue;
    return [{ from, to: from + written.length, text: better.slice(0, better.length - same) }];
  }
  // A photograph is named by its path from the root, and stands there with one from the file.
  const path = /^!\[[^\]]*\]\(<?([^()<>]*)/.exec(text.slice(at));
  const to = at + (path?.[0].length ?? 0);
  return path ? [{ from: to - (path[1] ?? "").length, to, text: better }] : undefined;
}
