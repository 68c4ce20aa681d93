import type { Problem } from "./problem.ts";

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

/** What the quoted words of a remedy tell to do: no edits, nothing word for word; undefined, it is of another form. */
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
    const edits = match && form(spot, match[1] ?? "");
    if (edits) return edits.length > 0 ? edits : undefined;
  }
  return undefined;
}

/** The file that the remedy of `problem` tells to change. */
export function fileOfRemedy({ remedy, path }: Problem): string {
  return /^(?!delete).*front matter of (\S+) `/.exec(remedy)?.[1] ?? path;
}

/** Where the remedy of `problem` tells to move the file; undefined where it leaves it. */
export function newPath({ remedy, path }: Problem): string | undefined {
  const to = /^(?:re)?(?:name|move) (?:the file|it) to `([^`]+)`(?!, and)/.exec(remedy)?.[1];
  return to?.includes("/") ? to : to && path.replace(/[^/]*$/, to);
}

/** `text` with `edits`; of those that overlap the first alone. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let done = "";
  let at = 0;
  for (const { from, to, text: better } of edits.toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue;
    done += text.slice(at, from) + better;
    at = to;
  }
  return done + text.slice(at);
}

/** In this order: the first that fits the remedy is taken. */
const forms: readonly (readonly [RegExp, Form])[] = [
  // Lines.
  [/^delete everything before/, ({ at }) => [{ from: 0, to: at, text: "" }]],
  [/^delete it and, if a letter/, ({ at }) => [{ from: at, to: at + 1, text: "" }]],
  [/^delete (?:it|the line|this line|`draft: true`)(?=$|[ ,;])/, withoutLine],
  [/^delete the dash: `(.+)`$/, wholeLine],
  [
    /^begin the line with a dash.*: `(.+)`$/,
    (spot, line) => [{ from: spot.start, to: spot.end, text: line }],
  ],
  [/^write `(---)` alone on this line$/, wholeLine],
  [/^write a line `(---)` above this one/, ({ start }, line) => [insert(start, `${line}\n`)]],
  [/^write a line `---` before line (\d+)$/, closeBeforeLine],
  [/add (?:a line like|this line to|to) .*?`(.+)`$/, addLine],
  [/^(?:begin|replace) it with (\w+) spaces?$/, indent],
  [
    /^begin it with these lines.*?: `(.+)`$/,
    (_, lines) => [insert(0, `${lines.replaceAll("`, `", "\n")}\n`)],
  ],
  [/^delete all that stands in it$/, ({ start, end }) => [{ from: start, to: end, text: "" }]],
  [/, or delete the line$/, withoutLine],
  [/^put the line `(.+)` below it$/, ({ end }, line) => [insert(end, `\n${line}`)]],
  [/^put one there, or the empty row `(.+)`$/, ({ start }, row) => [insert(start, `${row}\n`)]],
  [
    /^put an empty line above `(.+?)`/,
    ({ text, at }, marks) => [insert(text.indexOf(`\n${marks}`, at), "\n")],
  ],
  [/^put an empty line above it$/, ({ start }) => [insert(start, "\n")]],
  [
    /^delete the line `-`;/,
    ({ text, end }) => [{ from: end, to: text.indexOf("\n", end + 1), text: "\n" }],
  ],
  [/^put the picture in a paragraph of its own/, pictureBelow],
  [/^put a line of (\S+) where/, ({ text }, marks) => [insert(text.length, `\n${marks}\n`)]],
  [/ and delete the line of =$/, marksForUnderline],
  // HTML.
  [/^take the remark out, up to its `(-->)`/, upTo],
  [/^take it out, with all that follows up to its `(.+)`/, upTo],
  [
    /^write `(.+)` in place of all that stands up to its `<\/figure>`/,
    (spot, it) => upTo(spot, "</figure>", it),
  ],
  [/^take it and its `.+` out, and leave/, (spot) => around(spot, "", "")],
  [/^take it out, and leave the text/, (spot) => inPlaceOfTag(spot, "")],
  [/^take it out, and write `(.+)` at the end of the heading/, anchor],
  [/^take it out, and begin each line of the quotation with `> `/, quotation],
  [/^write `(.+)` on a line of its own/, (spot, line) => inPlaceOfElement(spot, `\n\n${line}\n\n`)],
  [/^write `(.+)` in a paragraph of its own/, (spot, it) => moveBelow(spot, element(spot).tag, it)],
  [/^begin a new line with `(.+)` in its place/, (spot, mark) => inPlaceOfTag(spot, `\n${mark}`)],
  [/^write a backslash in its place/, (spot) => inPlaceOfTag(spot, "\\\n")],
  [/^leave an empty line in its place/, (spot) => inPlaceOfTag(spot, "\n\n")],
  [/^write a line of (```) in its place/, (spot, fence) => inPlaceOfTag(spot, `\n${fence}\n`)],
  [/^write `(.+)` in place of all that stands up to/, inPlaceOfElement],
  [/^write each row as a line with `\|`/, table],
  [/^write a link to it in its place: `(.+?)`;/, inPlaceOfElement],
  [/^write `(\\)<.+` if readers should see it/, ({ at }, backslash) => [insert(at, backslash)]],
  // A person must decide: an example is no replacement.
  [/\b(?:such as|like)(?: this:)? `|…`|\(address\)`/, () => []],
  // The words to write, in place of those that are quoted.
  [/`((?:- )?[\w"]+: .+?)`/, (spot, line) => (isInYaml(spot) ? wholeLine(spot, line) : undefined)],
  [/^(?:put .*, and )?(?:write|did you mean) (?:it [^`]*)?`(`.+?`|.+?)`/, replacement],
];

function insert(at: number, text: string): Edit {
  return { from: at, to: at, text };
}

function upTo({ text, at }: Spot, last: string, better = ""): Edit[] {
  const end = text.indexOf(last, at);
  return [{ from: at, to: end === -1 ? text.length : end + last.length, text: better }];
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

function isInYaml({ problem, text, at }: Spot): boolean {
  if (problem.path.endsWith(".yaml")) return true;
  return text.startsWith("---") && !text.slice(0, at).includes("\n---");
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

/** A picture moves with the link around it. */
function pictureBelow(spot: Spot): Edit[] {
  const isLinked = spot.text[spot.at - 1] === "[";
  const from = isLinked ? spot.at - 1 : spot.at;
  const target = /(?:\([^()]*\)|\[[^\]]*\])?/.source;
  const picture = `!\\[[^\\]]*\\]${target}`;
  const pattern = new RegExp(isLinked ? `\\[${picture}\\]${target}` : picture, "y");
  pattern.lastIndex = from;
  const written = pattern.exec(spot.text)?.[0] ?? "";
  return moveBelow(spot, { from, to: from + written.length, text: "" }, written);
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

function inPlaceOfTag(spot: Spot, text: string): Edit[] {
  return [{ ...element(spot).tag, text }];
}

function inPlaceOfElement(spot: Spot, text: string): Edit[] {
  const { tag, closing } = element(spot);
  return [{ ...tag, to: closing?.to ?? tag.to, text }];
}

function quotation(spot: Spot): Edit[] {
  const { tag, closing } = element(spot);
  const inside = spot.text.slice(tag.to, closing?.from ?? tag.to).trim();
  return inPlaceOfElement(spot, `\n\n${inside.replaceAll(/^/gm, "> ")}\n\n`);
}

function table(spot: Spot): Edit[] {
  const { tag, closing } = element(spot);
  const [, ...rows] = spot.text.slice(tag.to, closing?.from).split(/<tr\b[^>]*>/i);
  const lines = rows.map((row) => {
    const [, ...cells] = row.replaceAll(/<\/[a-z]+>\s*$/gi, "").split(/<t[dh]\b[^>]*>/i);
    return cells.map((cell) => cell.replaceAll(/<\/t[a-z]+>/gi, "").replaceAll(/\s+/g, " "));
  });
  const columns = Math.max(1, ...lines.map((cells) => cells.length));
  const written = lines.map((cells) => `|${cells.join("|")}|`);
  written.splice(1, 0, `|${"---|".repeat(columns)}`);
  return inPlaceOfElement(spot, `\n\n${written.join("\n")}\n\n`);
}

function anchor(spot: Spot, id: string): Edit[] {
  const heading = /^[ >]*#.*$/gm;
  heading.lastIndex = spot.text.lastIndexOf("\n", spot.at) + 1;
  const found = heading.exec(spot.text);
  const end = found ? [insert(heading.lastIndex, id)] : [];
  const written = /`(.+?)`/.exec(spot.problem.message)?.[1] ?? "";
  return [{ from: spot.at, to: spot.at + written.length, text: "" }, ...end];
}

/** Takes out what is `written`, and puts `picture` below the heading, paragraph or table around it. */
function moveBelow({ text }: Spot, written: Edit, picture: string): Edit[] {
  const line = text.lastIndexOf("\n", written.from - 1) + 1;
  const end = /^ *#/.test(text.slice(line)) ? /\n|$(?![\s\S])/ : /\n[ \t>]*\n|$(?![\s\S])/;
  const below = written.to + (end.exec(text.slice(written.to))?.index ?? 0);
  return [{ ...written, text: "" }, insert(below, `\n\n${picture}\n\n`)];
}

/**
 * Puts `better` in place of what the message quotes of the text. What both have in common at their
 * ends is left alone, as a person does: a message quotes the words of a heading without their marks.
 */
function replacement(spot: Spot, better: string): Edit[] | undefined {
  const { problem, text, at } = spot;
  for (const [, quoted = ""] of problem.message.matchAll(/`(.+?)`/g)) {
    if (quoted.startsWith("<") && !text.startsWith(quoted, at)) {
      // What is quoted was cut: of a whole element the words stand in what is to be written, too.
      return (/\w/.test(better) ? inPlaceOfElement : inPlaceOfTag)(spot, better);
    }
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
