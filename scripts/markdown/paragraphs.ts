import { type Fault, fault } from "./rules.ts";

/**
 * What a paragraph was meant to be and is not: a table, a list, code, several paragraphs.
 *
 * @param content the paragraph as typed
 * @param shown the same as the page shows it; see `noteShown`
 * @param before the blanks that its first line begins with in the source
 * @param inside whether it stands in a list or a quotation
 * @returns each fault, and where in `content` it stands
 */
export function paragraphFaults(
  content: string,
  shown: string,
  before: string,
  inside: boolean,
): (readonly [Fault, number])[] {
  const lines = readParagraph(content, shown, width(before));
  const meant = tableFault(lines) ?? listFault(lines) ?? codeFault(lines, inside);
  return [...(meant ? [meant] : []), ...fullBlankLines(lines), ...indentedLines(lines)];
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
function codeFault(lines: readonly Line[], inside: boolean): readonly [Fault, number] | undefined {
  const [first] = lines;
  if (!first || lines.some(({ indent }) => indent < 4) || first.shown.startsWith("<")) {
    return undefined;
  }
  const mayBeText = inside || /\p{Script=Han}|[.!?…]["”’)]*$/u.test(first.written);
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
