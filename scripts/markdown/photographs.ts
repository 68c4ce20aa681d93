import type { MarkdownIt, Token } from "markdown-it";
import { type MarkdownEntry, markdownEnv } from "./markdown-env.ts";

/** What is known of an image from where it stands. */
export interface ImagePlace {
  /** Alone in its paragraph: shown as a block. */
  alone: boolean;
  /** The first photograph of the page. */
  first: boolean;
}

/**
 * Plugin: marks each image with its place, and leaves out the `<p>` around an image that stands
 * alone, because a figure cannot stand in a paragraph.
 */
export function photographs(md: MarkdownIt): void {
  md.core.ruler.push("photographs", (state) => {
    let first = !layoutShowsOne(markdownEnv(state.env).entry);
    state.tokens.forEach((block, index) => {
      if (block.type !== "inline") return;
      const before = state.tokens[index - 1];
      const after = state.tokens[index + 1];
      const visible = (block.children ?? []).filter((token) => !isBlank(token));
      const alone = visible.length === 1 && before?.type === "paragraph_open";
      for (const image of visible.filter((token) => token.type === "image")) {
        image.meta = { ...image.meta, ...({ alone, first } satisfies ImagePlace) };
        first = false;
        if (alone && before && after) {
          before.hidden = true;
          after.hidden = true;
        }
      }
    });
  });
}

/** The place that the plugin has given to `image`. */
export function imagePlace(image: Token): ImagePlace {
  return { alone: image.meta?.alone === true, first: image.meta?.first === true };
}

function layoutShowsOne(entry: MarkdownEntry): boolean {
  return (entry.photo ?? entry.screens ?? undefined) !== undefined;
}

function isBlank(token: Token): boolean {
  return token.type === "text" && token.content.trim() === "";
}
