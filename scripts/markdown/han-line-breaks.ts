import type { MarkdownIt, Token } from "markdown-it";
import { markdownEnv } from "./markdown-env.ts";

const han = /[\p{Script=Han}\p{Script=Bopomofo}]/u;
/** CJK symbols and punctuation, vertical and compatibility forms, full-width forms. */
const cjkPunctuation = /[\u3000-\u303F\uFE10-\uFE1F\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6]/u;
/** Punctuation that Chinese shares with English; Chinese where the text is Chinese. */
const sharedPunctuation = /[“”‘’—…·]/u;

/**
 * Plugin: a line break between two Han characters, or Han and Chinese punctuation, leaves no space.
 * Between Han and Latin, and between Latin words, it stays a space. Emphasis, links and code
 * around the break make no difference.
 */
export function hanLineBreaks(md: MarkdownIt): void {
  md.core.ruler.after("inline", "han_line_breaks", (state) => {
    const isChinese = markdownEnv(state.env).entry.language === "zh";
    for (const token of state.tokens) {
      if (token.type === "inline") closeBreaks(token.children ?? [], isChinese);
    }
  });
}

function closeBreaks(tokens: readonly Token[], isChinese: boolean): void {
  let before = "";
  let softbreak: Token | undefined;
  for (const token of tokens) {
    if (token.type === "softbreak") {
      softbreak = token;
    } else if (token.type === "hardbreak" || token.type === "image") {
      before = "";
      softbreak = undefined;
      closeBreaks(token.children ?? [], isChinese);
    } else if (token.content !== "") {
      if (softbreak && isHan(before, isChinese) && isHan(firstOf(token.content), isChinese)) {
        softbreak.type = "text";
        softbreak.tag = "";
      }
      softbreak = undefined;
      before = lastOf(token.content);
    }
  }
}

function isHan(character: string, isChinese: boolean): boolean {
  if (han.test(character) || cjkPunctuation.test(character)) return true;
  return isChinese && sharedPunctuation.test(character);
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

function lastOf(text: string): string {
  const isPair = /[\uDC00-\uDFFF]/.test(text.slice(-1));
  return isPair ? text.slice(-2) : text.slice(-1);
}
