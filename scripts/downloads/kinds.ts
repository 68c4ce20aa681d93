import { posix } from "node:path";
import { type Fault, positionFinder, type TextPosition } from "../problems/problem.ts";
import { downloadFault } from "./rules.ts";

/*
 * What may be offered for downloading, and whether a file is what its ending says. Nothing is run, and nothing
 * decompressed: what stands compressed in a file, such as the objects of newer PDF, is not seen.
 */

/** What is wrong in a file, and where, if that can be told. */
type Finding = Partial<TextPosition> & { fault: Fault };

/** By ending: what is wrong with a file, or nothing. */
const kinds: Readonly<Record<string, (bytes: Buffer) => Finding | undefined>> = {
  ".csv": (bytes) => inText("CSV", bytes, judgeTable),
  ".docx": judgeDocx,
  ".gpx": (bytes) => inText("GPX", bytes, judgeTrack),
  ".ics": (bytes) => inText("ICS", bytes, judgeCalendar),
  ".odt": judgeOdt,
  ".pdf": judgePdf,
};

/** The kind of a file by its ending, as readers know it: `PDF`. */
function kindName(path: string): string {
  return posix.extname(path).slice(1).toUpperCase();
}

/** Whether files with this ending may be offered at all. */
export function isOffered(path: string): boolean {
  return posix.extname(path).toLowerCase() in kinds;
}

/** What is wrong with a file: the one thing to mend first. */
export function judgeFile(path: string, bytes: Buffer): Finding | undefined {
  const wrong = otherKind(bytes);
  const kind = kindName(path);
  if (wrong !== undefined && wrong !== kind) return other(kind, wrong);
  return kinds[posix.extname(path)]?.(bytes);
}

/** First bytes, in Latin-1, of what is saved under a wrong name. */
const signatures: readonly (readonly [RegExp, string])[] = [
  [/^$/, "empty"],
  [/^%PDF-/, "PDF"],
  [/^version https:\/\/git-lfs\.github\.com\//, "the pointer of Git LFS to a file"],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)\b/i, "a page of HTML"],
  [/^\{\\rtf/, "a document in RTF"],
  [/^\xd0\xcf.\xe0/s, "a document of older Office, or one with a password"],
  [/^(?:\xff\xd8\xff|\x89PNG|GIF8|RIFF)/, "a picture"],
];

function otherKind(bytes: Buffer): string | undefined {
  const head = bytes.toString("latin1", 0, 200);
  return signatures.find(([pattern]) => pattern.test(head))?.[1];
}

function other(kind: string, found: string): Finding {
  return { fault: downloadFault("download-other-kind", { kind, found }) };
}

function damaged(kind: string, lack: string): Finding {
  return { fault: downloadFault("download-damaged", { kind, lack }) };
}

function active(kind: string, part: string): Finding {
  return { fault: downloadFault("download-active", { kind, part }) };
}

/** Names of actions and files in a PDF: ISO 32000-1, 12.6.4.5, 12.6.4.16, 7.11.4. */
const activeNames = new Map([
  ["/JavaScript", "a program (JavaScript)"],
  ["/Launch", "an order to start a program"],
  ["/EmbeddedFile", "another file"],
]);

/** ISO 32000-1, 7.5; as readers do, its marks are looked for in 1,024 bytes: annex H, 3. */
function judgePdf(bytes: Buffer): Finding | undefined {
  const text = bytes.toString("latin1");
  if (!text.slice(0, 1024).includes("%PDF-")) return other("PDF", "something else");
  if (!/startxref\s+\d+\s+%%EOF/.test(text.slice(-1024)))
    return damaged("PDF", "its end is missing");
  if (/\/Encrypt[\s<]/.test(text)) return { fault: downloadFault("download-encrypted", {}) };
  const [, name = ""] = /(\/JavaScript|\/Launch|\/EmbeddedFile)s?(?![A-Za-z])/.exec(text) ?? [];
  const part = activeNames.get(name);
  return part === undefined ? undefined : active("PDF", part);
}

/** The names in a ZIP archive by its directory, if that is whole: APPNOTE.TXT 6.3.10, 4.3.12 and 4.3.16. */
function namesInZip(bytes: Buffer): string[] | undefined {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0 || end + 22 > bytes.length) return undefined;
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > end || bytes.toString("latin1", at, at + 4) !== "PK\x01\x02") return undefined;
    const length = bytes.readUInt16LE(at + 28);
    names.push(bytes.toString("utf8", at + 46, at + 46 + length));
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}

/** @param macros fits what holds programs */
function judgeZip(kind: string, bytes: Buffer, text: string, macros: RegExp): Finding | undefined {
  const names = namesInZip(bytes);
  if (!bytes.toString("latin1", 0, 4).startsWith("PK\x03\x04"))
    return other(kind, "something else");
  if (names === undefined) return damaged(kind, "its end is missing");
  if (!names.includes(text)) return other(kind, `an archive without \`${text}\``);
  return names.some((name) => macros.test(name)) ? active(kind, "macros") : undefined;
}

/** ECMA-376, part 1, 11.3.10; macros by [MS-OFFMACRO2]. */
function judgeDocx(bytes: Buffer): Finding | undefined {
  return judgeZip("DOCX", bytes, "word/document.xml", /(?:^|\/)(?:vbaProject\.bin$|activeX\/)/i);
}

const odtType = "application/vnd.oasis.opendocument.text";

/** Its first member says what it is, uncompressed: OpenDocument 1.3, part 2, 3.3. */
function judgeOdt(bytes: Buffer): Finding | undefined {
  const first = bytes.toString("latin1", 30, 200);
  const isText = new RegExp(`^mimetype.*?${odtType}(?!-)`, "s").test(first);
  const fault = judgeZip("ODT", bytes, "content.xml", /^(?:Basic|Scripts)\//);
  return fault ?? (isText ? undefined : other("ODT", "another OpenDocument"));
}

/** @param judge finds what is wrong in a text with LF line ends */
function inText(
  kind: string,
  bytes: Buffer,
  judge: (text: string) => (Finding & { at?: number }) | undefined,
): Finding | undefined {
  if (bytes.toString("latin1", 0, 4) === "PK\x03\x04") return other(kind, "a ZIP archive");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    return { fault: downloadFault("download-not-utf-8", { kind }) };
  }
  if (text.includes("\0")) return { fault: downloadFault("download-not-utf-8", { kind }) };
  const found = judge(text);
  return found && { fault: found.fault, ...(found.at && positionFinder(text)(found.at)) };
}

/** RFC 4180, with commas, semicolons or tabs. */
function judgeTable(text: string) {
  const [first = ""] = text.split("\n", 1);
  const counts = [",", ";", "\t"].map((sign) => [sign, first.split(sign).length] as const);
  const [separator] = counts.reduce((best, one) => (one[1] > best[1] ? one : best));
  const field = new RegExp(
    `(?:"[^"]*(?:""[^"]*)*"|(?!")[^${separator}\\n]*)([${separator}\\n]|$)`,
    "y",
  );
  let [columns, count, start] = [0, 0, 0];
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const end = field.exec(text)?.[1];
    if (end === undefined)
      return { ...damaged("CSV", "a quotation mark of this field has no pair"), at };
    count += 1;
    if (end === separator) continue;
    columns ||= count;
    if (count !== columns) {
      return { fault: downloadFault("download-columns", { count, columns }), at: start };
    }
    [count, start] = [0, field.lastIndex];
  }
  return undefined;
}

/** RFC 5545, 3.4. */
function judgeCalendar(text: string) {
  const lines = text.trim().split("\n");
  if (!/^BEGIN:VCALENDAR\s*$/i.test(lines[0] ?? "")) return other("ICS", "something else");
  const isWhole = /^END:VCALENDAR\s*$/i.test(lines.at(-1) ?? "");
  return isWhole ? undefined : damaged("ICS", "its last line `END:VCALENDAR` is missing");
}

/** What XML is made of, so far as it must be in pairs: https://www.w3.org/TR/xml/#sec-well-formed */
const markup =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(?<end>\/?)(?<name>[\w:.-]+)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*')){0,99}\s*(?<empty>\/?)>|[^<&]+|&#?\w+;/y;

/** https://www.topografix.com/GPX/1/1/ */
function judgeTrack(text: string) {
  if (/<!DOCTYPE/i.test(text))
    return active("GPX", "a DOCTYPE, which programs may follow elsewhere");
  if (!/<(?:\w+:)?gpx[\s>]/.test(text)) return other("GPX", "something else");
  const open: string[] = [];
  markup.lastIndex = 0;
  while (markup.lastIndex < text.length) {
    const at = markup.lastIndex;
    const { name, end, empty } = markup.exec(text)?.groups ?? {};
    const isWrong = markup.lastIndex === 0 || (end && open.pop() !== name);
    if (isWrong) return { ...damaged("GPX", "what stands here is not well-formed XML"), at };
    if (name && !end && !empty) open.push(name);
  }
  return open.length > 0 ? damaged("GPX", `the end of \`<${open[0]}>\` is missing`) : undefined;
}

/** Kind and size of a file, as its readers are told them: by the units of telephones' own lists of files. */
export function kindAndSize({ path, size }: { path: string; size: number }): {
  type: string;
  size: string;
} {
  const kilobytes = Math.max(1, Math.round(size / 1000));
  const megabytes = (size / 1e6).toFixed(1).replace(/\.0$/, "");
  return {
    type: kindName(path),
    size: kilobytes < 1000 ? `${kilobytes}\u00a0kB` : `${megabytes}\u00a0MB`,
  };
}
