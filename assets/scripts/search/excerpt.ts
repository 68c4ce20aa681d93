import { withoutFolds } from "../../../scripts/lib/folds.ts";
import { hanCuts } from "../../../scripts/lib/han-cuts.ts";
import { markedWords } from "./marked-words.ts";
import type { FoundPage } from "./pagefind.ts";

/** A piece of text, to be marked or not. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Words shown, of which a Han character is half a one, and words before the first that is marked. */
const length = 30;
const lead = 5;

/** What lies around a word, and the word. */
const inner = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/** The part of a page that has most of what was searched for, and what is to be marked in it. */
export function excerpt(page: FoundPage, phrases: readonly string[]): Piece[] {
  const words = withoutFolds(page.content).split(" ");
  const marks = markedWords(words, page.locations, phrases);
  const wide = words.filter((word) => /^\p{Script=Han}$/u.test(word)).length;
  const size = Math.round(length * (1 + wide / words.length));
  let start = densest(marks, size);
  let end = start + size;
  // Nothing that is marked is cut in two.
  while (marks.has(start) && marks.has(start - 1)) start -= 1;
  while (marks.has(end) && marks.has(end - 1)) end += 1;
  const pieces: Piece[] = [];
  const add = (text: string, marked: boolean) => {
    const last = pieces.at(-1);
    if (last?.marked === marked) last.text += text;
    else if (text !== "") pieces.push({ text, marked });
  };
  if (start > 0) add("… ", false);
  let before: string | undefined;
  for (const [at, word] of words.slice(start, end).entries()) {
    // Whether there is a blank between two words is known by both of them.
    const text =
      before === undefined ? word : hanCuts.remove(`${before} ${word}`).slice(before.length);
    const [, open = "", core = "", close = ""] = inner.exec(text) ?? [];
    add(open, false);
    add(core, marks.has(start + at));
    add(close, false);
    before = word;
  }
  if (end < words.length) add(" …", false);
  return pieces;
}

/** Where the stretch of `size` words begins that has the most marks. */
function densest(marks: ReadonlySet<number>, size: number): number {
  let best = 0;
  let most = 0;
  for (const mark of [...marks].sort((a, b) => a - b)) {
    const start = Math.max(0, mark - lead);
    const count = [...marks].filter((at) => at >= start && at < start + size).length;
    if (count > most) [best, most] = [start, count];
  }
  return best;
}
