import type { MarkdownIt, Token } from "markdown-it";

/**
 * Plugin: `x^2^` and `H~2~O`, as in Pandoc: up to eight Latin letters, digits and signs, straight
 * after a letter or digit, or after one another, as in `SO~4~^2−^`. The mark ~ between numbers is
 * that of a range: 5~10.
 */
export function raisedAndLowered(md: MarkdownIt): void {
  const patterns = [
    ["sup", /(?<=[\p{L}\p{N})~])\^([\p{Script=Latin}\p{N}+\-−=()/]{1,8})\^/uy],
    ["sub", /(?<=[\p{L}\p{N})^])~(?<!\p{N}~(?=\p{N}))([\p{Script=Latin}\p{N}+\-−=]{1,8})~(?!~)/uy],
  ] as const;
  md.inline.ruler.before("strikethrough", "raised_and_lowered", (state, silent) => {
    for (const [tag, pattern] of patterns) {
      pattern.lastIndex = state.pos;
      const [written, text] = pattern.exec(state.src) ?? [];
      if (written === undefined || text === undefined) continue;
      if (!silent) {
        state.push(`${tag}_open`, tag, 1);
        // Its signs are no dashes and quotes.
        state.push("text_special", "", 0).content = text;
        state.push(`${tag}_close`, tag, -1);
      }
      state.pos += written.length;
      return true;
    }
    return false;
  });
}

/** Plugin: `<br>` in a cell of a table, where no other way to begin a line is known, begins one. */
export function lineBreaksInCells(md: MarkdownIt): void {
  const lineBreak = /<br\s*\/?>/iy;
  const cells = new WeakSet<Token[]>();
  md.core.ruler.before("inline", "cells", ({ tokens }) => {
    tokens.forEach(({ children }, index) => {
      if (children && /^t[dh]_open$/.test(tokens[index - 1]?.type ?? "")) cells.add(children);
    });
  });
  md.inline.ruler.before("html_inline", "line_breaks_in_cells", (state, silent) => {
    if (!cells.has(state.tokens)) return false;
    lineBreak.lastIndex = state.pos;
    const [written] = lineBreak.exec(state.src) ?? [];
    if (written === undefined) return false;
    if (!silent) state.push("hardbreak", "br", 0);
    state.pos += written.length;
    return true;
  });
}

/**
 * Plugin: `## Title {#id}` gives a heading an id of its own, in `meta.ownId` of the token that opens
 * it, and takes it out of its text.
 */
export function ownHeadingIds(md: MarkdownIt): void {
  md.core.ruler.after("inline", "own_heading_ids", ({ tokens }) => {
    tokens.forEach((heading, index) => {
      if (heading.type !== "heading_open") return;
      const last = tokens[index + 1]?.children?.at(-1);
      const [written, ownId] = /\s*\{#([^{}]*)\}$/.exec(last?.content ?? "") ?? [];
      if (last?.type !== "text" || written === undefined) return;
      last.content = last.content.slice(0, -written.length);
      heading.meta = { ownId };
    });
  });
}

/** The id that the editor wrote behind the text of a heading. */
export function ownIdOf(heading: Token): string | undefined {
  return heading.meta?.ownId as string | undefined;
}

/** The id that an editor has `written`, or the one to write in its place. */
export function soundId(written: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u.test(written) ? written : slugify(written);
}

/** The id of a heading that has no letter and no digit, such as `## …`. */
const withoutLetters = "section";

/**
 * The id that a heading's text asks for: Han and other letters as they are, lower case,
 * one hyphen for everything between them; never empty. The same on every machine.
 */
export function slugify(text: string): string {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/['’]/gu, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u);
  return words.filter((word) => word !== "").join("-") || withoutLetters;
}
