import type { htmlRules } from "./html-rules.ts";
import { type Fault, fault } from "./rules.ts";

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
 * Tells HTML where an editor typed it as such; in code, or behind a backslash, it is text.
 * A closing tag is told only when no opening one was.
 */
export function htmlFaults(): (source: string, start: number) => Fault | undefined {
  const opened = new Set<string>();
  return (source, start) => {
    if (source[start] !== "<") return undefined;
    const special = matchAt(hidden, source, start)?.[0];
    if (special !== undefined) {
      return fault(special === "<!--" ? "html-comment" : "html-other", { written: special });
    }
    const found =
      matchAt(tag, source, start) ??
      (isLineStart(source, start) ? matchAt(tagAtLineStart, source, start) : null);
    const name = found?.[2]?.toLowerCase();
    if (!found || name === undefined) return undefined;
    if (!found[0].endsWith(">") && !ruleOfName.has(name)) return undefined;
    if (found[1] === "/" && opened.has(name)) return undefined;
    opened.add(name);
    return fault(ruleOfName.get(name) ?? "html-other", { written: found[0] });
  };
}

/** What `pattern`, which is sticky, finds at `start`. */
export function matchAt(pattern: RegExp, source: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(source);
}

function isLineStart(source: string, start: number): boolean {
  let before = start - 1;
  while (source[before] === " " || source[before] === "\t") before -= 1;
  return before < 0 || source[before] === "\n";
}
