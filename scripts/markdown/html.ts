import { isKnown, isOfTable } from "./html-kinds.ts";
import { tellTag } from "./html-meanings.ts";
import { type Tag, tagsIn } from "./html-tags.ts";
import { type Fault, fault } from "./rules.ts";

/** The beginning of a tag that Markdown elsewhere takes for HTML although it is not complete. */
const tagAtLineStart = /<\/?([A-Za-z][A-Za-z0-9-]*)(?=\s|\/?>|$)/y;
/** Comments, declarations and processing instructions. */
const hidden = /<!--|<\?|<!\[CDATA\[|<![A-Za-z]+/y;

/**
 * Tells HTML where an editor typed it as such; in code, or behind a backslash, it is text. Each tag is
 * told, but for those that are gone once an earlier one is mended.
 *
 * @returns a function to be asked at each place of a block's text where no Markdown is, from left to right
 */
export function htmlFaults(): (source: string, start: number) => Fault | undefined {
  let block = blockOf("");
  let last = -1;
  return (source, start) => {
    if (source[start] !== "<") return undefined;
    if (source !== block.source || start <= last) block = blockOf(source);
    last = start;
    if (start < block.mendedTo) return undefined;
    const written = matchAt(hidden, source, start)?.[0];
    if (written === "<!--") {
      if (start < block.lastRemarkEnd) block.mendedTo = source.indexOf("-->", start);
      return fault("html-comment", { written });
    }
    if (written !== undefined) return fault("html-other", { written });
    const tag = block.tags.get(start);
    if (!tag) return isLineStart(source, start) ? incompleteTag(source, start) : undefined;
    if (block.mended.has(tag) || (start < block.tableEnd && isOfTable(tag))) return undefined;
    if (tag.name === "table" && tag.partner) block.tableEnd = tag.partner.end;
    const told = tellTag(tag, source);
    if (told.upTo !== undefined) block.mendedTo = told.upTo;
    if (told.closing) block.mended.add(told.closing);
    return told.fault;
  };
}

/** What is known of a block's text, and what is mended of it once all that was told is. */
function blockOf(source: string) {
  const lastRemarkEnd = source.lastIndexOf("-->");
  const mended = new Set<Tag>();
  return { source, tags: tagsIn(source), lastRemarkEnd, mended, mendedTo: 0, tableEnd: 0 };
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

function incompleteTag(source: string, start: number): Fault | undefined {
  const [written, name = ""] = matchAt(tagAtLineStart, source, start) ?? [];
  return written !== undefined && isKnown(name) ? fault("html-tag", { written }) : undefined;
}
