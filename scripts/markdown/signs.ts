import { type Fault, fault } from "./rules.ts";

const pair = /(?<![*_])(\*\*|__)(?![*_])([^*_]+)\1(?![*_])/g;
const opening = /(?<![*_/\p{Script=Latin}\p{N}])\*\*(?=[\p{L}"“「『《（(\uFFFC[])/u;
/** Emphasis between letters or digits, and from a grade to the next one: 2*3*4, A*、B*. */
const within =
  /(?<=[A-Za-z0-9])\uFFFC(?:[A-Za-z0-9]+\uFFFC(?=[A-Za-z0-9])|[、，。；/][^\uFFFC\n]*\uFFFC)/g;
const wideMarks = /＊＊[^＊\n]+＊＊|｀[^｀\n]+｀/g;
const backtick = /(?<![\p{N}`])`+(?![`'])/u;
/** Template languages, blocks of `:::`, attributes, a table of contents. */
const foreign =
  /\{[{%][^{}\n]*[%}]\}|(?<=^|\n):::.*|\{[:.][A-Za-z .#][^{}\n]*\}|\{(?:width|height|align|class|style|id)=[^{}\n]*\}|^\[\[?.?toc.?\]?\]$/gi;
/** By pandoc's rule for $, so that prices are none; between $$, with a sign of TeX. */
const formula =
  /(?<![\w$])\$(?![\s\d${])[^$\n]*[^\s$]\$(?![\w$])|(?<!\$)\$\$(?=[^$]*[\\^_={}])[^$]+\$\$(?!\$)/g;

/** Signs of Markdown, and of what other programs make of it, in the text that is shown. */
export function signs(content: string, shown: string): [Fault, number][] {
  if (!/[*_`＊｀{$:[\uFFFC]/.test(shown)) return [];
  const written = ({ index, 0: match }: RegExpExecArray) =>
    content.slice(index, index + match.length);
  const pairs = [...shown.matchAll(pair)].flatMap((match) => brokenPair(content, match) ?? []);
  const open = pairs.length === 0 ? opening.exec(shown) : null;
  const mark = backtick.exec(shown);
  return [
    ...pairs,
    ...(open ? [unclosed(content, open.index)] : []),
    ...(mark ? loneBacktick(content, mark) : []),
    ...[...shown.matchAll(within)].flatMap((match) => eatenStars(content, match)),
    ...[...shown.matchAll(wideMarks)].map((match): [Fault, number] => {
      const words = { written: written(match), marks: match[0].slice(0, 1) };
      const better = words.written.replaceAll("＊", "*").replaceAll("｀", "`");
      return [fault("emphasis-wide-marks", { ...words, better }), match.index];
    }),
    ...[...shown.matchAll(foreign)].map((match): [Fault, number] => {
      return [fault("foreign-markup", { written: written(match) }), match.index];
    }),
    ...[...shown.matchAll(formula)].map((match): [Fault, number] => {
      return [fault("formula", { written: written(match) }), match.index];
    }),
  ];
}

/** A ** that ends what an earlier paragraph began; any other is the stars of a note. */
export function strayEnd(content: string, shown: string): [Fault, number] | undefined {
  const offset = shown.indexOf("**");
  if (!/^\*\*(?![*\p{L}\p{N}])/u.test(shown.slice(offset, offset + 4))) return undefined;
  const word = content.slice(0, offset).split(/\s/).at(-1) ?? "";
  if (word === "" || word.endsWith("*")) return undefined;
  const written = `${word}**`;
  const words = { written, marks: "**", better: `${word}\\*\\*` };
  return [fault("emphasis-unclosed", words), offset - word.length];
}

const touches = /[\p{Script=Latin}\p{N}]/u;
const punctuation = /[\p{P}\p{S}]/u;

/** Two ** that make no emphasis, because of a space inside them or a letter outside. */
function brokenPair(content: string, match: RegExpExecArray): [Fault, number][] | undefined {
  const [typed, marks = "", inside = ""] = match;
  const end = match.index + typed.length;
  const [before = "", after = ""] = [content[match.index - 1], content[end]];
  const [opens, closes] = [touches.test(before), touches.test(after)];
  const [blankFirst, blankLast] = [/^\s/.test(inside), /\s$/.test(inside)];
  const written = content.slice(match.index, end);
  const text = written.slice(marks.length, -marks.length).trim().replaceAll(/\s+/g, " ");
  if (!/[\p{L}\uFFFC]/u.test(inside)) return undefined;
  if (blankFirst || blankLast) {
    // The stars of footnotes: a** b **c, and a** b**.
    if ((opens && blankFirst) || (closes && blankLast)) return undefined;
    const better = `${marks}${text}${marks}`;
    return [[fault("emphasis-space", { written, marks, better }), match.index]];
  }
  const isTightBefore = opens && punctuation.test(inside.slice(0, 1));
  const isTightAfter = closes && punctuation.test(inside.slice(-1));
  if (!isTightBefore && !isTightAfter) return undefined;
  const [head, tail] = [isTightBefore ? before : "", isTightAfter ? after : ""];
  const better = `${head}${head && " "}${written}${tail && " "}${tail}`;
  const words = { written: head + written + tail, marks, better };
  return [[fault("emphasis-tight", words), match.index - head.length]];
}

/** Stars that make emphasis where they were meant as signs. */
function eatenStars(content: string, { index, 0: match }: RegExpExecArray): [Fault, number][] {
  const end = index + match.length;
  if (content[index] !== "*" || content[end - 1] !== "*") return [];
  const start =
    index - (/[A-Za-z0-9*]*$/.exec(content.slice(Math.max(0, index - 40), index))?.[0].length ?? 0);
  const rest = /^[A-Za-z0-9*]*/.exec(content.slice(end, end + 40))?.[0] ?? "";
  const written = content.slice(start, end) + rest;
  return [[fault("emphasis-within", { written, better: written.replaceAll("*", "\\*") }), start]];
}

function unclosed(content: string, offset: number): [Fault, number] {
  const word = /^\S+/.exec(content.slice(offset))?.[0] ?? "";
  const better = word.replace("**", "\\*\\*");
  return [fault("emphasis-unclosed", { written: word, marks: "**", better }), offset];
}

/** A backtick between two letters is one of Hawai`i, and one before a ' a quotation mark. */
function loneBacktick(content: string, { index, 0: written }: RegExpExecArray): [Fault, number][] {
  const rest = content.slice(index + written.length);
  const isQuotation = /^[^`\n]*'/.test(rest);
  const isLetter = /\p{L}/u.test(content[index - 1] ?? "") && /^\p{L}/u.test(rest);
  return isQuotation || isLetter ? [] : [[fault("code-mark", { written }), index]];
}
