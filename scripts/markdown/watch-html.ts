import type { MarkdownIt, StateInline } from "markdown-it";
import { finding } from "./finding.ts";
import type { htmlRules } from "./html-rules.ts";
import type { InlineStart } from "./inline-starts.ts";
import type { ReportInline } from "./suspect.ts";

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
