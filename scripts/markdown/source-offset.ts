import type { Token } from "markdown-it";
import type { BlockPlace } from "./block-places.ts";

/** From `content`, an offset in a block's text, on, the source runs in step from `source`. */
interface Step {
  content: number;
  source: number;
}

/** A function from an offset in the text of `block` (its `content`) to the offset in `source`. */
export function sourceOffset(
  block: Token,
  place: BlockPlace,
  source: string,
): (offset: number) => number {
  const steps = place.kind === "cell" ? cellSteps(block, place, source) : lineSteps(block, place);
  const first = steps[0];
  if (first && place.marks > 0) first.source = afterBlanks(source, first.source + place.marks);
  return (offset) => {
    let low = 0;
    let high = steps.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((steps[middle]?.content ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const step = steps[low] ?? { content: 0, source: 0 };
    return step.source + Math.max(0, offset - step.content);
  };
}

/** Each line of a paragraph: its indentation may be cut or, with tabs, widened; its text is not. */
function lineSteps(block: Token, place: BlockPlace): Step[] {
  const steps: Step[] = [];
  let content = 0;
  for (const [index, line] of block.content.split("\n").entries()) {
    steps.push({ content: afterBlanks(line, 0) + content, source: place.starts[index] ?? 0 });
    content += line.length + 1;
  }
  return steps;
}

/** In a cell `\|` is read as `|`: each lost backslash shifts what follows. */
function cellSteps(block: Token, place: BlockPlace, source: string): Step[] {
  let pos = place.starts[0] ?? 0;
  while (source[pos] !== "\n" && /\s/.test(source[pos] ?? "")) pos += 1;
  const steps: Step[] = [{ content: 0, source: pos }];
  for (let offset = 0; offset < block.content.length; offset += 1, pos += 1) {
    if (source[pos] === "\\" && source[pos + 1] === "|") {
      pos += 1;
      steps.push({ content: offset, source: pos });
    }
  }
  return steps;
}

function afterBlanks(text: string, from: number): number {
  let pos = from;
  while (text[pos] === " " || text[pos] === "\t") pos += 1;
  return pos;
}
