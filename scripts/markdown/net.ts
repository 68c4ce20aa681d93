import type { Token } from "markdown-it";
import { paragraphFaults } from "./paragraphs.ts";
import { type Fault, fault, type PlacedFault } from "./rules.ts";
import { signs, strayEnd } from "./signs.ts";

/** A fault, and where it stands in the text of a block. */
type Found = readonly [Fault, { block: Token; offset: number }];

/**
 * What was meant as Markdown and is shown as typed, read off the tokens that the page is made of:
 * signs that were left standing, and paragraphs whose lines look like a list, a table or code.
 *
 * @param shown of each `inline` token, its text as the page shows it; see `noteShown`
 */
export function standing(
  source: string,
  tokens: readonly Token[],
  shown: ReadonlyMap<Token, string>,
): Found[] {
  const lines = source.split("\n");
  let isOpen = false;
  return tokens.flatMap((block, index) => {
    const text = shown.get(block);
    if (text === undefined) return [];
    const opening = tokens[index - 1];
    const place = (offset: number) => ({ block, offset });
    const end = isOpen ? strayEnd(block.content, text) : undefined;
    const standing = [...(end ? [end] : []), ...signs(block.content, text)];
    const found = standing.map(([wrong, at]): Found => [wrong, place(at)]);
    isOpen = found.some(([{ rule }]) => rule === "emphasis-unclosed") ? !end : isOpen;
    if (opening?.type === "heading_open") {
      const wrong = headingOfParagraph(opening, block, lines[(opening.map?.[1] ?? 0) - 1]);
      return wrong ? [[wrong, place(0)], ...found] : found;
    }
    if (opening?.type !== "paragraph_open") return found;
    const blanks = /^ *\t?/.exec(lines[block.map?.[0] ?? 0] ?? "")?.[0] ?? "";
    const faults = paragraphFaults(block.content, text, blanks, opening.level > 0);
    return [...faults.map(([wrong, at]): Found => [wrong, place(at)]), ...found];
  });
}

/** Definitions of links that no link uses: what an editor took for text is then shown nowhere. */
export function unusedDefinitions(
  source: string,
  tokens: readonly Token[],
  definitions: readonly Token[],
): PlacedFault[] {
  if (definitions.length === 0) return [];
  const lines = source.split("\n");
  const linked = tokens.flatMap(({ children }) => children ?? []);
  const used = new Set(linked.map(({ meta }) => meta?.label));
  const defined = new Set();
  return definitions.flatMap(({ map, meta }) => {
    const line = map?.[0] ?? 0;
    const text = lines[line] ?? "";
    const column = text.indexOf("[");
    const written = text.slice(column).trimEnd();
    const label = /^\[([^\]]*)/.exec(written)?.[1] ?? "";
    const isTwice = defined.has(meta?.label);
    defined.add(meta?.label);
    const place = { line: line + 1, column: column + 1 };
    if (!used.has(meta?.label))
      return [{ ...fault("definition-unused", { written, label }), ...place }];
    return isTwice ? [{ ...fault("definition-twice", { label }), ...place }] : [];
  });
}

/** What a page shows otherwise than it is typed: numbers of a list, lines that a table takes in. */
export function changed(source: string, tokens: readonly Token[]): PlacedFault[] {
  const lines = source.split("\n");
  const place = ({ map }: Token) => {
    const line = map?.[0] ?? 0;
    return { line: line + 1, column: (lines[line] ?? "").search(/[^\s>]|$/) + 1 };
  };
  return tokens.flatMap((token, index) => {
    if (token.type === "tr_open" && !lines[token.map?.[0] ?? 0]?.includes("|")) {
      return [{ ...fault("table-line", {}), ...place(token) }];
    }
    if (token.type !== "ordered_list_open") return [];
    const items: Token[] = [];
    for (let at = index + 1; at < tokens.length; at += 1) {
      const { type, level } = tokens[at] ?? token;
      if (level === token.level && type === "ordered_list_close") break;
      if (level === token.level + 1 && type === "list_item_open") items.push(tokens[at] ?? token);
    }
    const start = Number(items[0]?.info);
    const wrong = items.find(({ info }, at) => Number(info) !== start + at);
    // 1. 1. 1. has the page count.
    if (!wrong || items.every(({ info }) => Number(info) === start)) return [];
    const shown = `${start + items.indexOf(wrong)}${wrong.markup}`;
    const words = { written: wrong.info + wrong.markup, shown };
    return [
      {
        ...fault("list-number", { ...words, better: `${wrong.info}\\${wrong.markup}` }),
        ...place(wrong),
      },
    ];
  });
}

/** A line of - below a paragraph of several lines, or a - alone, was not meant for a heading. */
function headingOfParagraph(opening: Token, block: Token, underline = ""): Fault | undefined {
  const marks = /-+(?=[ \t]*$)/.exec(underline)?.[0] ?? "";
  // A second front matter is told as such.
  if (block.content.startsWith("---")) return undefined;
  if (opening.markup !== "-" || (marks.length > 1 && !block.content.includes("\n")))
    return undefined;
  const advice =
    marks.length > 1
      ? `put an empty line above \`${marks}\`; a heading is one line that begins with \`## \``
      : `delete the line \`${marks}\`; above a list stands an empty line`;
  const text = block.content.replaceAll(/\s+/g, " ");
  return fault("heading-of-paragraph", { text, marks, advice });
}
