import type { MarkdownIt, Token } from "markdown-it";
import { startOf } from "./places.ts";

/** What is shown of each `inline` token, see {@link noteShown}. */
export type ShownTexts = Map<Token, string>;

/** Stands in for each character that is no text of the page, or is one on purpose: `\*`, code. */
const markup = "\uFFFC";

/**
 * Plugin: notes what of each block's text the page shows as it was typed. The rest (marks of
 * emphasis, addresses of links, code, escaped characters, whole pictures) is `markup` there,
 * so that every character stands where it stands in the block's `content`.
 * Each parse notes it in its `env`, which has `shown` for that, by `inline` tokens.
 */
export function noteShown(md: MarkdownIt): void {
  // Of one block, whose text is parsed from end to end before the next one's.
  let starts = new Map<Token, number>();

  md.inline.State = class extends md.inline.State {
    override pushPending(): Token {
      const { pending, src } = this;
      let start = this.pos - pending.length;
      // Blanks before the end of a line are dropped; a rule may stand behind its sign already.
      while (start > 0 && !src.startsWith(pending, start)) start -= 1;
      const token = super.pushPending();
      starts.set(token, start);
      return token;
    }

    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = super.push(type, tag, nesting);
      if (type !== "text") return token;
      // Of a run of * each sign is a token, pushed where the run begins.
      const before = this.tokens.at(-2);
      const end = before && (starts.get(before) ?? -Infinity) + before.content.length;
      starts.set(token, Math.max(this.pos, end ?? 0));
      return token;
    }
  };

  // After this rule, tokens of text that touch are joined.
  md.inline.ruler2.before("fragments_join", "note_shown", (state) => {
    const block = startOf(state)?.block;
    if (block === undefined) return;
    let text = "";
    state.tokens.forEach((token, index) => {
      const start = starts.get(token);
      if (token.type !== "text" || start === undefined || start < text.length) return;
      const before = state.tokens[index - 1];
      if (before?.type === "link_open" && before.info === "auto") return;
      text += hidden(state.src.slice(text.length, start)) + token.content;
    });
    (state.env.shown as ShownTexts).set(block, text + hidden(state.src.slice(text.length)));
    starts = new Map();
  });
}

function hidden(written: string): string {
  return written.replaceAll(/\S/g, markup);
}
