import { type Finding, finding } from "./finding.ts";
import { withoutFullWidth } from "./without-full-width.ts";

const inBrackets = /([[［【])([^[\]［］【】\n]*)([\]］】])/.source;
const inParentheses = /([(（])([^()（）\n]*(?:\([^()（）\n]*\)[^()（）\n]*)*)([)）])/.source;
/** `[text](target)` with any of the brackets of a Chinese keyboard, and perhaps a space between. */
const link = new RegExp(`([!！]?)${inBrackets}([ \\t\\u3000]?)${inParentheses}`, "y");
const reference = /(!?)\[([^[\]\n]+)\]\[([^[\]\n]*)\]/y;
const picture = /[.．](?:jpe?g|png|webp|avif|tiff?)$/i;
/** What looks like an address: 【注】（见下） is ordinary Chinese. */
const address =
  /^(?:https?|mailto|tel)[:：]|^[.．]{0,2}[/／]|^[#＃]\S|^www[.．]|[.．](?:md|html?|jpe?g|png|webp|avif|tiff?)(?:[#＃].*)?$/i;

/**
 * What was meant to be a link or picture at `start` and is shown as typed: an address with a
 * space, a space between ] and (, brackets of a Chinese keyboard, a reference that nothing defines.
 * To be asked only where Markdown sees no link, from left to right.
 */
export function brokenLink(source: string, start: number): Finding | undefined {
  link.lastIndex = start;
  const match = link.exec(source);
  return match ? brokenInline(match, source[start - 1]) : undefinedReference(source, start);
}

function brokenInline(match: RegExpExecArray, before: string | undefined): Finding | undefined {
  const [written, mark = "", open = "", text = "", close = "", gap = "", left = ""] = match;
  const [inside = "", right = ""] = match.slice(7);
  const target = inside.trim();
  // The ! of a picture has been asked about already; after ！ may stand a link.
  if (before === "!" || (before === "！" && picture.test(target))) return undefined;
  if (mark === "！" && !picture.test(target)) return undefined;
  const link = { written, mark: mark && "!", text };
  const wide = [mark, open, close, left, right].filter((sign) => /[！［］【】（）]/.test(sign));
  if (wide.length > 0) {
    if (!address.test(target)) return undefined;
    const words = { ...link, target: withoutFullWidth(target), characters: wide.join(" ") };
    return finding("link-wide-brackets", words);
  }
  if (gap !== "")
    return address.test(target) ? finding("link-gap", { ...link, target }) : undefined;
  const title = /\s(?:"[^"]*"|'[^']*')$/.exec(target)?.[0] ?? "";
  const path = target.slice(0, target.length - title.length).trimEnd();
  if (!/\s/.test(path)) return undefined;
  const encoded = path.replaceAll(/\s/g, "%20") + title;
  return finding("link-space", { ...link, target: path, title, encoded });
}

function undefinedReference(source: string, start: number): Finding | undefined {
  // The 0 and 1 of list[0][1] in running text are no references.
  if (/[!\p{L}\p{N}_\]]/u.test(source[start - 1] ?? "")) return undefined;
  reference.lastIndex = start;
  const [written, mark = "", text = "", label = ""] = reference.exec(source) ?? [];
  if (written === undefined) return undefined;
  return finding("link-undefined", { written, mark, text, label: label || text });
}
