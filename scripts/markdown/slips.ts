import type { MarkdownIt, StateInline } from "markdown-it";
import { htmlFaults, matchAt } from "./html.ts";
import { withoutFullWidth } from "./link-targets.ts";
import { startOf } from "./places.ts";
import { type Fault, fault } from "./rules.ts";
import { checkTelephone, telephoneLink } from "./telephone.ts";

/**
 * Plugin: notes what was meant to be a link, a picture or HTML and is none. Its rule stands last,
 * so it sees only what no other has taken; it takes nothing itself, so that the text is read on as
 * on the page. Each parse notes them in its `env`, which has `slips` for that.
 */
export function watchSlips(md: MarkdownIt): void {
  md.inline.ruler.at("text", stopAtSlips);
  md.inline.ruler.push("watch_slips", (state, silent) => {
    const start = silent ? undefined : startOf(state);
    const { noted, html } = state.env.slips as Slips;
    const found = start && (html(state.src, state.pos) ?? brokenLink(state.src, state.pos));
    if (found) noted.push([found, start]);
    return false;
  });
}

/** What {@link watchSlips} notes in one parse, in the order of the text. */
interface Slips {
  noted: [Fault, NonNullable<ReturnType<typeof startOf>>][];
  html: ReturnType<typeof htmlFaults>;
}

/** For a parse to fill. */
export function noSlips(): Slips {
  return { noted: [], html: htmlFaults() };
}

/** Where running text stops: markdown-it's characters, full-width brackets and ！, (text)[. */
const stops = /[\n!#$%&*+\-:<=>@[\\\]^_`{}~［【！]|\((?=[^()[\]\n]{1,200}\)\[)/g;

/** The rule for running text, which stops where a slip may begin, so that it is asked about there. */
function stopAtSlips(state: StateInline, silent: boolean): boolean {
  stops.lastIndex = state.pos;
  const end = Math.min(stops.exec(state.src)?.index ?? state.posMax, state.posMax);
  if (end === state.pos) return false;
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

const inBrackets = /([[［【])([^[\]［］【】]*)([\]］】])/.source;
const inParentheses = /([(（])([^()（）\n]*(?:\([^()（）\n]*\)[^()（）\n]*)*)([)）])/.source;
/** `[text](target)` with any of the brackets of a Chinese keyboard, and perhaps a space between. */
const link = new RegExp(`([!！]?)${inBrackets}([ \\t\\u3000]?)${inParentheses}`, "y");
/** Not `[sic][^1]`, which is a footnote. */
const reference = /(!?)\[([^[\]\n]+)\]\[(?!\^)([^[\]\n]*)\]/y;
const picture = /[.．](?:jpe?g|png|webp|avif|tiff?)$/i;
/** What looks like an address: 【注】（见下） is ordinary Chinese. */
const address =
  /^(?:https?|mailto|tel)[:：]|^[.．]{0,2}[/／]|^[#＃]\S|^www[.．]|[.．](?:md|html?|jpe?g|png|webp|avif|tiff?)(?:[#＃].*)?$/i;
/** `[text](target`, `[text](target]`, `[text][target)`, `[text][target]` and `(text)[target]`. */
const wrongBrackets =
  /(!?)(?:\[([^[\]\n]+)\](?:\(([^\s()[\]<>]+)(?:\]|(?=\s|$))|\[([^\s()[\]<>#][^\s()[\]<>]*)[)\]])|\(([^()[\]\n]+)\)\[([^\s()[\]<>#]+)\])/y;
/** As other programs write a link to one of their pages, or a picture. */
const doubleBrackets = /(!?)\[\[(?!toc\]|_)(\p{L}[^[\]|\n]*)(?:\|([^[\]\n]*))?\]\](?![[(])/iuy;
const inAngles = /<(www\.[^\s<>]+|\.{1,2}\/[^\s<>]+|[^\s<>:@]+\.md)>/iy;

/**
 * What was meant to be a link or picture at `start` and is shown as typed: an address with a
 * space, a space between ] and (, wrong brackets or those of a Chinese keyboard, an address without
 * `https:`, a reference that nothing defines.
 * To be asked only where Markdown sees no link, from left to right.
 */
function brokenLink(source: string, start: number): Fault | undefined {
  const match = matchAt(link, source, start);
  if (match) return brokenInline(match, source[start - 1]);
  const [written, target] = matchAt(inAngles, source, start) ?? [];
  if (written !== undefined && target !== undefined) {
    return /^www\./i.test(target)
      ? fault("link-no-scheme", { href: target, better: `https://${target}` })
      : fault("link-brackets", { written, mark: "", text: "words", target });
  }
  return brokenBrackets(source, start) ?? undefinedReference(source, start);
}

function brokenBrackets(source: string, start: number): Fault | undefined {
  if (source[start - 1] === "!") return undefined;
  const [typed, mark = "", first, round, square, second, last] =
    matchAt(wrongBrackets, source, start) ?? [];
  const text = first ?? second ?? "";
  const rest = round ?? square ?? last ?? "";
  if (typed !== undefined && address.test(rest)) {
    const target = rest.replace(/(?<![.,;:!?，。；：！？、])[.,;:!?，。；：！？、]+$/, "");
    const written = typed.endsWith(rest)
      ? typed.slice(0, typed.length - rest.length + target.length)
      : typed;
    return fault("link-brackets", { written, mark, text, target });
  }
  const [whole, sign = "", page = "", label = page] = matchAt(doubleBrackets, source, start) ?? [];
  if (whole === undefined) return undefined;
  const target = picture.test(page) ? page : "address";
  const words = { written: whole, mark: sign, text: sign ? "what it shows" : label, target };
  return fault("link-double-brackets", words);
}

function brokenInline(match: RegExpExecArray, before: string | undefined): Fault | undefined {
  const [written, mark = "", open = "", text = "", close = "", gap = "", left = ""] = match;
  const [inside = "", right = ""] = match.slice(7);
  const target = inside.trim();
  // The ! of a picture has been asked about already; after ！ may stand a link.
  if (before === "!" || (before === "！" && picture.test(target))) return undefined;
  if (mark === "！" && !picture.test(target)) return undefined;
  const link = { written, mark: mark && "!", text: text.replaceAll(/\s+/g, " ") };
  const wide = [mark, open, close, left, right].filter((sign) => /[！［］【】（）]/.test(sign));
  if (wide.length > 0) {
    if (!address.test(target)) return undefined;
    const better = telephoneLink(target) ?? withoutFullWidth(target);
    return fault("link-wide-brackets", { ...link, target: better, characters: wide.join(" ") });
  }
  if (gap !== "") {
    if (!address.test(target)) return undefined;
    return fault("link-gap", { ...link, target: telephoneLink(target) ?? target });
  }
  const quoted = /\s(?:"[^"]*"|'[^']*'|[“”][^“”]*[“”]|[‘’][^‘’]*[‘’])$/.exec(target)?.[0] ?? "";
  const typed = target.slice(0, target.length - quoted.length).trimEnd();
  const path = typed.replace(/^<(?=[^<>]*$)/, "");
  const title = quoted.replace(/^(\s)[“”‘’](.*)[“”‘’]$/, '$1"$2"');
  const size = mark && /\s+=\d*x\d*$/.exec(path)?.[0];
  if (size) {
    return fault("link-size", { ...link, target: path.slice(0, -size.length), title });
  }
  if (!/\s/.test(path)) {
    if (path !== typed && address.test(path))
      return fault("link-brackets", { ...link, target: path + title });
    return title === quoted ? undefined : fault("link-quotes", { ...link, target: path, title });
  }
  // [text](some words more) is no link that was meant.
  if (!/[/.#:@]/.test(path)) return undefined;
  if (mark === "" && /^tel:/i.test(path)) return checkTelephone(path);
  const encoded = path.replaceAll(/\s/g, /^mailto:/i.test(path) ? "" : "%20") + title;
  return fault("link-space", { ...link, target: path, title, encoded });
}

function undefinedReference(source: string, start: number): Fault | undefined {
  // The 0 and 1 of list[0][1] in running text are no references.
  if (/[!\p{L}\p{N}_\]]/u.test(source[start - 1] ?? "")) return undefined;
  const [written, mark = "", text = "", label = ""] = matchAt(reference, source, start) ?? [];
  if (written === undefined) return undefined;
  return fault("link-undefined", { written, mark, text, label: label || text });
}
