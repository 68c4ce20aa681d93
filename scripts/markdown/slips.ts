import type { MarkdownIt, StateInline } from "markdown-it";
import type { InlineStart } from "./places.ts";
import { type Finding, finding, type htmlRules, type ReportInline } from "./rules.ts";

/** Where running text stops: markdown-it's characters, and the full-width brackets and ！. */
const stops = /[\n!#$%&*+\-:<=>@[\\\]^_`{}~［【！]/g;

/**
 * Plugin: reports what was meant to be a link or a picture and is not one.
 * It stands last, so it sees only what no rule has taken, and takes nothing itself.
 */
export function watchBrokenLinks(
  md: MarkdownIt,
  startOf: (state: StateInline) => InlineStart | undefined,
  report: ReportInline,
): void {
  md.inline.ruler.at("text", (state, silent) => {
    stops.lastIndex = state.pos;
    const end = Math.min(stops.exec(state.src)?.index ?? state.posMax, state.posMax);
    if (end === state.pos) return false;
    if (!silent) state.pending += state.src.slice(state.pos, end);
    state.pos = end;
    return true;
  });
  md.inline.ruler.push("watch_broken_links", (state, silent) => {
    const at = silent ? undefined : startOf(state);
    const found = at && brokenLink(state.src, state.pos);
    if (found) report(found, at);
    return false;
  });
}

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
function brokenLink(source: string, start: number): Finding | undefined {
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

const attribute = /\s+[a-zA-Z_:][\w:.-]*(?:\s*=\s*(?:[^"'=<>`\s]+|'[^']*'|"[^"]*"))?/.source;
/** An opening or closing tag, https://spec.commonmark.org/0.31.2/#raw-html. */
const tag = new RegExp(`<(/?)([A-Za-z][A-Za-z0-9-]*)(?:${attribute})*\\s*/?>`, "y");
/** The beginning of a tag that Markdown elsewhere takes for HTML although it is not complete. */
const tagAtLineStart = /<(\/?)([A-Za-z][A-Za-z0-9-]*)(?=\s|\/?>|$)/y;
/** Comments, declarations and processing instructions. */
const hidden = /<!--|<\?|<!\[CDATA\[|<![A-Za-z]/y;

const rules: readonly [names: string, rule: keyof typeof htmlRules][] = [
  ["br", "html-line-break"],
  ["b strong", "html-bold"],
  ["i em cite dfn", "html-italic"],
  ["s del strike", "html-struck"],
  ["img picture source figure figcaption svg", "html-picture"],
  ["a", "html-link"],
  ["h1 h2 h3 h4 h5 h6", "html-heading"],
  ["ul ol li dl dt dd", "html-list"],
  ["table caption thead tbody tfoot tr td th col colgroup", "html-table"],
  ["code pre kbd samp var", "html-code"],
  ["blockquote q", "html-quotation"],
  ["hr", "html-line"],
  ["div span p section article aside header footer main nav center font u ins", "html-layout"],
  ["small big mark sub sup details summary address", "html-layout"],
  ["iframe frame frameset embed object video audio track param", "html-embedded"],
  ["script noscript style link meta base template form input button", "html-script"],
  ["select option textarea label html head body title", "html-script"],
];
const ruleOfName = new Map<string, keyof typeof htmlRules>(
  rules.flatMap(([names, rule]) => names.split(" ").map((name) => [name, rule] as const)),
);

/**
 * Plugin: reports HTML where an editor typed it as such; in code, or behind a backslash, it is text.
 * The rule never takes anything: the text is read on as on the page, where HTML is shown as typed.
 * A closing tag is reported only when no opening one was.
 */
export function watchHtml(
  md: MarkdownIt,
  startOf: (state: StateInline) => InlineStart | undefined,
  report: ReportInline,
): void {
  const opened = new Set<string>();
  md.inline.ruler.push("watch_html", (state, silent) => {
    const at = silent || state.src[state.pos] !== "<" ? undefined : startOf(state);
    if (!at) return false;
    const special = match(hidden, state)?.[0];
    if (special !== undefined) {
      const rule = special === "<!--" ? "html-comment" : "html-other";
      report(finding(rule, { written: special }), at);
      return false;
    }
    const found = match(tag, state) ?? (isLineStart(state) ? match(tagAtLineStart, state) : null);
    const name = found?.[2]?.toLowerCase();
    if (!found || name === undefined) return false;
    const isKnown = ruleOfName.has(name);
    if (!found[0].endsWith(">") && !isKnown) return false;
    if (found[1] === "/" && opened.has(name)) return false;
    opened.add(name);
    report(finding(ruleOfName.get(name) ?? "html-other", { written: found[0] }), at);
    return false;
  });
}

function match(pattern: RegExp, state: StateInline): RegExpExecArray | null {
  pattern.lastIndex = state.pos;
  return pattern.exec(state.src);
}

function isLineStart(state: StateInline): boolean {
  let pos = state.pos - 1;
  while (state.src[pos] === " " || state.src[pos] === "\t") pos -= 1;
  return pos < 0 || state.src[pos] === "\n";
}

/** A full-width character of a Chinese keyboard that an address cannot have, and the address without. */
export function fullWidthCharacter(
  href: string,
): { character: string; better: string } | undefined {
  const character = /[！-～。\u3000]/.exec(href)?.[0];
  if (character === undefined) return undefined;
  const better = withoutFullWidth(href).replaceAll("。", ".").replaceAll("\u3000", "");
  return { character, better };
}

/** Full-width forms (ＡＢＣ：／（） and the like) as the ASCII characters they stand for. */
function withoutFullWidth(text: string): string {
  return text.replaceAll(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
