import type { Token } from "markdown-it";
import type { BlockPlace } from "./block-places.ts";
import { type Finding, finding } from "./finding.ts";
import type { ParsedText } from "./parse-with-places.ts";
import type { Suspect } from "./suspect.ts";

/** `##Title`, or a space after ## that is not an ordinary one. One # alone may be a number or a tag. */
const withoutSpace = /^(#{2,6}(?=[^#\t ])|#(?=[\u3000\u00A0]))(.*)$/u;
const fullWidth = /^([#＃]*＃[#＃]*)(.*)$/u;

type OffsetFinding = Finding & { offset: number };

/** What the blocks of a text show: headings that are none, code without end, text that is lost. */
export function lineSuspects(parsed: ParsedText): Suspect[] {
  const { source, tokens, blocks, atOffset } = parsed;
  const byOffset: OffsetFinding[] = [];
  for (const [block, place] of blocks.places) {
    if (place.kind === "lines" && place.marks === 0) byOffset.push(...tightHeadings(block, place));
  }
  const suspects: Suspect[] = byOffset.map(({ rule, values, offset }) => ({
    rule,
    values,
    ...atOffset(offset),
  }));
  for (const offset of blocks.surplusCells) {
    suspects.push({ ...finding("table-surplus-cell", {}), ...atOffset(offset) });
  }
  const lines = source.split("\n");
  for (const token of tokens.filter(({ type }) => type === "fence")) {
    if (!isUnclosed(token, blocks.lastLines.get(token))) continue;
    const line = (token.map?.[0] ?? 0) + 1;
    const column = (lines[line - 1] ?? "").indexOf(token.markup) + 1;
    suspects.push({ ...finding("code-unclosed", { marks: token.markup }), line, column });
  }
  for (const token of blocks.tooDeep) {
    const line = (token.map?.[0] ?? 0) + 1;
    suspects.push({ ...finding("nested-too-deep", {}), line, column: 1 });
  }
  return suspects;
}

/** Lines of a paragraph that were meant to be headings. */
function tightHeadings(paragraph: Token, place: BlockPlace): OffsetFinding[] {
  const suspects: OffsetFinding[] = [];
  for (const [index, untrimmed] of paragraph.content.split("\n").entries()) {
    const written = untrimmed.trimStart();
    const offset = place.starts[index] ?? 0;
    const [, marks = "", rest = ""] = withoutSpace.exec(written) ?? [];
    const [, wide = "", wideRest = ""] = fullWidth.exec(written) ?? [];
    if (marks !== "") {
      const words = { written, marks: atLeastTwo(marks), text: rest.trim() };
      suspects.push({ ...finding("heading-no-space", words), offset });
    } else if (wide.length > 1 || (wide !== "" && /^\s/.test(wideRest))) {
      const words = { written, marks: atLeastTwo(wide), text: wideRest.trim() };
      suspects.push({ ...finding("heading-wide-mark", words), offset });
    }
  }
  return suspects;
}

/** One # is for the title of the page. */
function atLeastTwo(marks: string): string {
  return "#".repeat(Math.max(2, marks.length));
}

/** A code fence that runs to the end of what it stands in. */
function isUnclosed(fence: Token, lastLine: string | undefined): boolean {
  const [from, to] = fence.map ?? [0, 0];
  const closing = /^(`{3,}|~{3,})[ \t]*$/.exec(lastLine ?? "")?.[1];
  return to - from < 2 || closing === undefined || !closing.startsWith(fence.markup);
}
