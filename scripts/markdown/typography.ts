import markdownIt, { type MarkdownIt, type Token } from "markdown-it";
import type { Language } from "../lib/languages.ts";

/**
 * Plugin: while `md.options.typographer` is on, for English, text gets the quotes, dashes and dots of
 * a printer, and no other sign is changed: (c) is the third of a list as often as a copyright.
 */
export function typography(md: MarkdownIt): void {
  md.disable("replacements");
  // Next come the quotes, which need to know their neighbours.
  md.core.ruler.before("smartquotes", "typography", (state) => {
    for (const block of state.tokens) {
      block.children &&= withBackslashes(block.children).flatMap(
        (token, index, { [index - 1]: before }) => {
          if (!md.options.typographer) return token;
          // An address is shown as it is, as text that other rules leave alone.
          if (before?.type === "link_open" && before.info === "auto") token.type = "text_special";
          return setSigns(token, state.Token);
        },
      );
    }
  });
}

/** A backslash before a letter escapes nothing: it is joined to its text, so that C:\a--b is one path. */
function withBackslashes(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  let isOpen = false;
  for (const token of tokens) {
    const before = joined.at(-1);
    const isBackslash = token.type === "text_special" && /^\\./.test(token.content);
    if (isBackslash) token.type = "text";
    if (token.type === "text" && before?.type === "text" && (isBackslash || isOpen)) {
      before.content += token.content;
    } else joined.push(token);
    isOpen = isBackslash;
  }
  return joined;
}

const plain = new markdownIt("zero", { typographer: true, quotes: "“”‘’" });
plain.use(typography).enable("smartquotes");

/** Text without Markdown, such as a title, as it is set in print. */
export function typeset(text: string, language: Language): string {
  if (language !== "en") return text;
  const [block] = plain.parseInline(text, {});
  return (block?.children ?? []).map(({ content }) => content).join("");
}

/** What is no prose: in it, every sign is meant as it stands. */
const technical = [
  // Addresses, but for those that are links already.
  /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"]*[\p{L}\p{N}/]/u,
  // Paths: /a/b, ../a, C:\a, a/b
  /(?:[A-Za-z]:|~|\.{1,2}|\w[\w.~-]*)?(?:[\\/][\w.~%+=@-]*)+(?<=[\w\\/])/u,
  // Files: a--b.jpg
  /\w[\w.~-]*(?<!\.)\.[a-z][a-z0-9]{1,4}(?!\w)/u,
  // Numbers: 2026--11--28, 1...5, but not 1914--1918, which are two.
  /\d[\d.,:]*(?:(?:--[\d.,:]+){2,}|\.{3,}\d)/u,
  // Feet and inches, degrees and minutes: 5'10", 53°24'
  /\d+(?:'\s?|°\s?\d+'\s?)\d+(?:\.\d+)?"?|\d+°\s?\d+'/u,
];

/** Marks of letters that are left out, which stand where a quotation could begin or end. */
const elisions = [
  /(?<=\p{L} )(?:'n'?|n')(?= \p{L})/u,
  /'(?=\d\ds?(?![\p{L}\p{N}']))/u,
  /'(?=(?:[Tt](?:is|was|were|will|would|il|ween|wixt)(?:n't)?|[Ee]m|[Gg]ainst|[Nn]eath|[Nn]uff)(?![\p{L}\p{N}']))/u,
  // Words without the mark, too: only where no quotation can end soon.
  /'(?=(?:[Bb]out|[Rr]ound|[Tt]ill)(?![\p{L}\p{N}'])(?![^'\n]{0,80}(?<!\s)'(?![\p{L}\p{N}])))/u,
  // These seldom begin a quotation, so that the mark of the boys' club ends none.
  /'(?=(?:[Cc]ause|[Cc]os|[Cc]oz)(?![\p{L}\p{N}'])(?![^'\n]{0,80}(?<![\ss])'(?![\p{L}\p{N}])))/u,
];

const sources = (patterns: readonly RegExp[]) => patterns.map(({ source }) => source).join("|");
const settled = new RegExp(
  `(?<![\\w.~-])(?:${sources(technical)})|(?<![\\p{L}\\p{N}])(${sources(elisions)})`,
  "gu",
);

/** A text token, divided into what is settled here and what the rule for quotes is to see. */
function setSigns(token: Token, NewToken: typeof Token): Token | Token[] {
  const { type, content, level } = token;
  if (type !== "text" || !/['"]|--|\.\.\./.test(content)) return token;
  const piece = (kind: string, text: string) =>
    Object.assign(new NewToken(kind, "", 0), { level, content: text });
  const pieces: Token[] = [];
  let from = 0;
  for (const match of content.matchAll(settled)) {
    const [written, elision] = match;
    pieces.push(
      piece("text", dashesAndDots(content.slice(from, match.index))),
      piece("text_special", elision?.replaceAll("'", "’") ?? written),
    );
    from = match.index + written.length;
  }
  return [...pieces, piece("text", dashesAndDots(content.slice(from)))];
}

function dashesAndDots(text: string): string {
  return text
    .replaceAll(/\.{3,}/g, "…")
    .replaceAll(/(?<!-)---(?!-)/g, "—")
    .replaceAll(/(?<=^|\s)--(?=\s|$)|(?<=^|[^-\s])--(?=[^-\s]|$)/g, "–");
}
