import type { MarkdownIt, StateInline, Token } from "markdown-it";

/** Where something stands in the text of a block. */
export interface InlineStart {
  /** The `inline` token. */
  block: Token;
  /** The offset in its content. */
  offset: number;
}

/** What the plugin notes, and a question for other rules. */
export interface InlineStarts {
  /** Of each `link_open` and `image` token. */
  starts: Map<Token, InlineStart>;
  /** Where `state` stands; undefined inside of an alt text, which markdown-it parses apart. */
  startOf: (state: StateInline) => InlineStart | undefined;
}

/** Plugin: notes where each link and image stands in its block; inline tokens do not know. */
export function inlineStarts(md: MarkdownIt): InlineStarts {
  const starts = new Map<Token, InlineStart>();
  let block: Token | undefined;

  function startOf(state: StateInline): InlineStart | undefined {
    if (block === undefined || state.tokens !== block.children) return undefined;
    return { block, offset: state.pos };
  }

  md.core.ruler.at("inline", (state) => {
    for (const token of state.tokens) {
      if (token.type !== "inline") continue;
      block = token;
      token.children ??= [];
      md.inline.parse(token.content, md, state.env, token.children);
    }
    for (const [token, start] of starts) {
      // The rule for [text](target) makes its token when it stands behind the bracket already.
      if (token.type === "link_open" && token.info !== "auto") start.offset -= 1;
    }
  });

  md.inline.State = class extends md.inline.State {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const start = startOf(this);
      const token = super.push(type, tag, nesting);
      if (start && (type === "link_open" || type === "image")) starts.set(token, start);
      return token;
    }
  };
  return { starts, startOf };
}
