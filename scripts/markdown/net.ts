import type { Token } from "markdown-it";
import { type Fault, fault, type PlacedFault } from "./rules.ts";

/** A fault, and where it stands in the text of a block. */
type Found = readonly [Fault, { block: Token; offset: number }];

/**
 * What was meant as Markdown and is shown as typed, read off the tokens that the page is made of:
 * signs that were left standing, and paragraphs whose lines look like a list, a table or code.
 *
 * @param shown of each `inline` token, its text as the page shows it; see `noteShown`
 */
export function standing(
  source: string,
  tokens: readonly Token[],
  shown: ReadonlyMap<Token, string>,
): Found[] {
  const lines = source.split("\n");
  let isOpen = false;
  return tokens.flatMap((block, index) => {
    const text = shown.get(block);
    if (text === undefined) return [];
    const opening = tokens[index - 1];
    const place = (offset: number) => ({ block, offset });
    const end = isOpen ? strayEnd(block.content, text) : undefined;
    const standing = [...(end ? [end] : []), ...signs(block.content, text)];
    const found = standing.map(([wrong, at]): Found => [wrong, place(at)]);
    isOpen = found.some(([{ rule }]) => rule === "emphasis-unclosed") ? !end : isOpen;
    if (opening?.type === "heading_open") {
      const wrong = headingOfParagraph(opening, block, lines[(opening.map?.[1] ?? 0) - 1]);
      return wrong ? [[wrong, place(0)], ...found] : found;
    }
    if (opening?.type !== "paragraph_open") return found;
    const blanks = /^ *\t?/.exec(lines[block.map?.[0] ?? 0] ?? "")?.[0] ?? "";
    const paragraph = readParagraph(block.content, text, width(blanks));
    const wrong =
      tableFault(paragraph) ?? listFault(paragraph) ?? codeFault(paragraph, opening.level > 0);
    return [
      ...(wrong ? [[wrong[0], place(wrong[1])] as const] : []),
      ...fullBlankLines(paragraph).map(([full, offset]): Found => [full, place(offset)]),
      ...indentedLines(paragraph).map(([indented, offset]): Found => [indented, place(offset)]),
      ...found,
    ];
  });
}

/** Definitions of links that no link uses: what an editor took for text is then shown nowhere. */
export function unusedDefinitions(source: string, tokens: readonly Token[]): PlacedFault[] {
  const lines = source.split("\n");
  const linked = tokens.flatMap(({ children }) => children ?? []);
  const used = new Set(linked.map(({ meta }) => meta?.label));
  const defined = new Set();
  return tokens.flatMap(({ type, map, meta }) => {
    if (type !== "reference_definition") return [];
    const line = map?.[0] ?? 0;
    const text = lines[line] ?? "";
    const column = text.indexOf("[");
    const written = text.slice(column).trimEnd();
    const label = /^\[([^\]]*)/.exec(written)?.[1] ?? "";
    const isTwice = defined.has(meta?.label);
    defined.add(meta?.label);
    const place = { line: line + 1, column: column + 1 };
    if (!used.has(meta?.label))
      return [{ ...fault("definition-unused", { written, label }), ...place }];
    return isTwice ? [{ ...fault("definition-twice", { label }), ...place }] : [];
  });
}

/** What a page shows otherwise than it is typed: numbers of a list, lines that a table takes in. */
export function changed(source: string, tokens: readonly Token[]): PlacedFault[] {
  const lines = source.split("\n");
  const place = ({ map }: Token) => {
    const line = map?.[0] ?? 0;
    return { line: line + 1, column: (lines[line] ?? "").search(/[^\s>]|$/) + 1 };
  };
  return tokens.flatMap((token, index) => {
    if (token.type === "tr_open" && !lines[token.map?.[0] ?? 0]?.includes("|")) {
      return [{ ...fault("table-line", {}), ...place(token) }];
    }
    if (token.type !== "ordered_list_open") return [];
    const items: Token[] = [];
    for (let at = index + 1; at < tokens.length; at += 1) {
      const { type, level } = tokens[at] ?? token;
      if (level === token.level && type === "ordered_list_close") break;
      if (level === token.level + 1 && type === "list_item_open") items.push(tokens[at] ?? token);
    }
    const start = Number(items[0]?.info);
    const wrong = items.find(({ info }, at) => Number(info) !== start + at);
    // 1. 1. 1. has the page count.
    if (!wrong || items.every(({ info }) => Number(info) === start)) return [];
    const shown = `${start + items.indexOf(wrong)}${wrong.markup}`;
    const words = { written: wrong.info + wrong.markup, shown };
    return [
      {
        ...fault("list-number", { ...words, better: `${wrong.info}\\${wrong.markup}` }),
        ...place(wrong),
      },
    ];
  });
}

/** A line of - below a paragraph of several lines, or a - alone, was not meant for a heading. */
function headingOfParagraph(opening: Token, block: Token, underline = ""): Fault | undefined {
  const marks = /-+(?=[ \t]*$)/.exec(underline)?.[0] ?? "";
  // A second front matter is told as such.
  if (block.content.startsWith("---")) return undefined;
  if (opening.markup !== "-" || (marks.length > 1 && !block.content.includes("\n")))
    return undefined;
  const advice =
    marks.length > 1
      ? `put an empty line above \`${marks}\`; a heading is one line that begins with \`## \``
      : `delete the line \`${marks}\`; above a list stands an empty line`;
  const text = block.content.replaceAll(/\s+/g, " ");
  return fault("heading-of-paragraph", { text, marks, advice });
}

interface Line {
  /** As typed, and as the page shows it, without the blanks before it. */
  written: string;
  shown: string;
  /** Where it begins in its block, behind its blanks. */
  offset: number;
  /** How many blanks stand before it, behind the marks of the lists that it is in. */
  indent: number;
  /** Whether the page begins a line here. */
  fresh: boolean;
}

/** @param before how wide the blanks are that the first line of the source begins with */
function readParagraph(content: string, shown: string, before: number): Line[] {
  let offset = 0;
  let broken = true;
  const lines = content.split("\n").map((written): Line => {
    const blanks = /^[ \t]*/.exec(written)?.[0] ?? "";
    const start = offset + blanks.length;
    const line = {
      written: written.trim(),
      shown: shown.slice(start, offset + written.length).trimEnd(),
      offset: start,
      indent: width(blanks),
      fresh: broken,
    };
    broken = /(?: {2}|\\)$/.test(written);
    offset += written.length + 1;
    return line;
  });
  const [first, second] = lines;
  // The content's first line has lost its blanks, and those of the source hold a list's, too.
  if (first) first.indent = Math.min(before, second?.indent ?? before);
  return lines;
}

function width(blanks: string): number {
  return blanks.replaceAll("\t", "    ").length;
}

const bullets = "•·●○◦▪▫■□◆◇▶►➢➤✓✔✅☑★☆※∙⁃";
const chinese = "一二三四五六七八九十";
const numbers = "0-9０-９";
/** What people begin the items of a list with, and Markdown does not. Groups: the number. */
const listMarks: readonly RegExp[] = [
  new RegExp(`^([${numbers}]{1,2})[、．）][ \\u00A0\\u3000]*`, "u"),
  new RegExp(`^[(（]([${numbers}]{1,2}|[${chinese}]{1,3}|[a-z])[)）][ \\u00A0\\u3000]*`, "iu"),
  new RegExp(`^([${chinese}]{1,3})[、．.][ \\u00A0\\u3000]*`, "u"),
  /^([①-⑳⑴-⒛❶-❿➀-➓㈠-㈩])[ \u00A0\u3000]*/u,
  /^(\d{1,2})[.)](?=\p{L})/u,
  /^(\d{1,2})[.)][ \u00A0\u3000]+/u,
  /^([a-z])[.)][ \u00A0\u3000]+/u,
  /^([A-Z])\)[ \u00A0\u3000]+/u,
  new RegExp(`^[${bullets}]\\uFE0F?[ \\u00A0\\u3000]*`, "u"),
  // Not — of a conversation, nor – of a span.
  /^–(?![ \u00A0\u3000]*[–—\d])[ \u00A0\u3000]*/u,
  /^[-*+](?=\p{L})/u,
  /^[-*+][\u00A0\u3000\u2000-\u200A\u202F]+/u,
  /^[-*+] +/u,
];

/** Two lines or more of a paragraph that begin like items of one list. */
function listFault(lines: readonly Line[]): readonly [Fault, number] | undefined {
  for (const mark of listMarks) {
    const items = lines.flatMap((line) => {
      const match = mark.exec(line.shown);
      if (!match || match[0].length === line.shown.length) return [];
      return [{ line, typed: match[0], number: match[1], ordinal: ordinal(match[1]) }];
    });
    const [first, second] = items;
    if (!first || !second || items.slice(1).every(({ line }) => line.fresh)) continue;
    if (first.ordinal !== undefined && !items.some(follows)) continue;
    const rest = first.line.written.slice(first.typed.length);
    const better = `${first.number === undefined ? "-" : "1."} ${rest}`;
    const words = {
      written: first.line.written,
      reason: whyNoList(first.typed, first.line),
      better,
    };
    return [fault("list-marks", words), first.line.offset];
  }
  return undefined;
}

function whyNoList(typed: string, { indent }: Line): string {
  const mark = typed.trim();
  if (!/^(?:[-*+]|\d+[.)])$/.test(mark)) return `no list begins with \`${mark}\``;
  if (mark === typed) return `no space follows \`${mark}\``;
  if (!typed.endsWith(" ")) return `the space after \`${mark}\` is no ordinary one`;
  return indent > 3
    ? "more than three spaces stand before them"
    : "no empty line stands above them";
}

/** Whether an item is the next one after the item before it. */
function follows(
  item: { ordinal: number | undefined },
  index: number,
  items: readonly { ordinal: number | undefined }[],
): boolean {
  return item.ordinal === (items[index - 1]?.ordinal ?? Number.NaN) + 1;
}

/** The place of a number, a letter or 一二三 in its row; undefined where there is none. */
function ordinal(number: string | undefined): number | undefined {
  if (number === undefined) return undefined;
  const plain = number.normalize("NFKC");
  if (/^\d+$/.test(plain)) return Number(plain);
  if (plain.length === 1 && chinese.includes(plain)) return chinese.indexOf(plain) + 1;
  const tens = /^(.?)十(.?)$/.exec(plain);
  if (!tens) return plain.charCodeAt(0);
  const [, ten = "", one = ""] = tens;
  return (
    (ten === "" ? 1 : chinese.indexOf(ten) + 1) * 10 + (one === "" ? 0 : chinese.indexOf(one) + 1)
  );
}

/** A line of the signs that people make tables' lines of dashes with. */
const dashes =
  /^[|｜]?[ \t]*[:：]?[-—–－―=_]+[:：]?[ \t]*(?:[|｜+][ \t]*[:：]?[-—–－―=_]+[:：]?[ \t]*)*[|｜]?$/;
const isDashes = (shown: string) => /[|｜]/.test(shown) && dashes.test(shown);

/** Lines between pipes that are no table. */
function tableFault(lines: readonly Line[]): readonly [Fault, number] | undefined {
  const wide = lines.filter(({ shown }) => /^｜.*｜$/.test(shown));
  const [firstWide] = wide;
  if (firstWide && (wide.length > 1 || /^(?:｜[^｜]+){2,}｜$/.test(firstWide.shown))) {
    const { written, offset } = firstWide;
    return [fault("table-wide-marks", { written, better: written.replaceAll("｜", "|") }), offset];
  }
  // Two lines of words with | between may be verses, or a way through pages.
  const isOpen = lines.length > 2 && lines.every(({ shown }) => shown.includes(" | "));
  const isRow = isOpen ? /./ : /^\|.*\|$/;
  const rows = lines.filter(({ shown }) => isRow.test(shown) && !isDashes(shown));
  const at = lines.findIndex(({ shown }) => isDashes(shown));
  const line = lines[at];
  const header = at > 0 ? lines[at - 1] : rows[0];
  if (!header || header.indent > 3) return undefined;
  if (rows.length < 2 && (!line || !header.shown.includes("|"))) return undefined;
  const cells = header.written.replace(/^\||\|$/g, "").split(/(?<!\\)\|/);
  const wanted = `|${" --- |".repeat(cells.length)}`;
  if (!line) {
    return [fault("table-no-dashes", { written: header.written, dashes: wanted }), header.offset];
  }
  const words = { written: line.written, dashes: wanted };
  if (at > 0) return [fault("table-wrong-dashes", words), line.offset];
  const names = `|${" |".repeat(cells.length)}`;
  return [fault("table-no-names", { written: line.written, names }), line.offset];
}

/**
 * What was set in as code is elsewhere. One line alone may be a paragraph that begins with blanks,
 * or one of a list; what begins with < is told as HTML.
 */
function codeFault(lines: readonly Line[], inList: boolean): readonly [Fault, number] | undefined {
  const [first] = lines;
  if (!first || lines.some(({ indent }) => indent < 4) || first.shown.startsWith("<")) {
    return undefined;
  }
  const mayBeText = inList || /\p{Script=Han}|[.!?…]["”’)]*$/u.test(first.written);
  if (lines.length === 1 && mayBeText) return undefined;
  return [fault("code-indented", { written: first.written }), first.offset];
}

/** Lines of blanks that Markdown takes for text. */
function fullBlankLines(lines: readonly Line[]): [Fault, number][] {
  return lines.slice(1, -1).flatMap(({ written, offset }): [Fault, number][] => {
    return written === "" ? [[fault("blank-line-full", {}), offset]] : [];
  });
}

/** Where Chinese begins a paragraph, Markdown goes on with the one above. */
function indentedLines(lines: readonly Line[]): [Fault, number][] {
  return lines.slice(1).flatMap(({ shown, offset, fresh }): [Fault, number][] => {
    return /^\u3000{2}\S/.test(shown) && !fresh ? [[fault("line-indented", {}), offset]] : [];
  });
}

const pair = /(?<![*_])(\*\*|__)(?![*_])([^*_]+)\1(?![*_])/g;
const opening = /(?<![*_/\p{Script=Latin}\p{N}])\*\*(?=[\p{L}"“「『《（(\uFFFC[])/u;
/** Emphasis between letters or digits, and from a grade to the next one: 2*3*4, A*、B*. */
const within =
  /(?<=[A-Za-z0-9])\uFFFC(?:[A-Za-z0-9]+\uFFFC(?=[A-Za-z0-9])|[、，。；/][^\uFFFC\n]*\uFFFC)/g;
const wideMarks = /＊＊[^＊\n]+＊＊|｀[^｀\n]+｀/g;
const backtick = /(?<![\p{N}`])`+(?![`'])/u;
/** Template languages, blocks of `:::`, attributes, a table of contents. */
const foreign =
  /\{[{%][^{}\n]*[%}]\}|(?<=^|\n):::.*|\{[:.][A-Za-z .#][^{}\n]*\}|^\[\[?.?toc.?\]?\]$/gi;
/** By pandoc's rule for $, so that prices are none; between $$, with a sign of TeX. */
const formula =
  /(?<![\w$])\$(?![\s\d${])[^$\n]*[^\s$]\$(?![\w$])|(?<!\$)\$\$(?=[^$]*[\\^_={}])[^$]+\$\$(?!\$)/g;

/** Signs of Markdown, and of what other programs make of it, in the text that is shown. */
function signs(content: string, shown: string): [Fault, number][] {
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

/** A ** that ends what an earlier paragraph began; any other is the stars of a note. */
function strayEnd(content: string, shown: string): [Fault, number] | undefined {
  const offset = shown.indexOf("**");
  if (!/^\*\*(?![*\p{L}\p{N}])/u.test(shown.slice(offset, offset + 4))) return undefined;
  const word = content.slice(0, offset).split(/\s/).at(-1) ?? "";
  if (word === "" || word.endsWith("*")) return undefined;
  const written = `${word}**`;
  const words = { written, marks: "**", better: `${word}\\*\\*` };
  return [fault("emphasis-unclosed", words), offset - word.length];
}

/** A backtick between two letters is one of Hawai`i, and one before a ' a quotation mark. */
function loneBacktick(content: string, { index, 0: written }: RegExpExecArray): [Fault, number][] {
  const rest = content.slice(index + written.length);
  const isQuotation = /^[^`\n]*'/.test(rest);
  const isLetter = /\p{L}/u.test(content[index - 1] ?? "") && /^\p{L}/u.test(rest);
  return isQuotation || isLetter ? [] : [[fault("code-mark", { written }), index]];
}
