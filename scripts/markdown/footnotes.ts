import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from "markdown-it";
import { matchAt } from "./html.ts";

/** `[^1]: ` before a note; the colon may be that of a Chinese keyboard. */
const beginning = /\[\^([^[\]\n]+)\][:：][ \t\u3000]*/y;
/** `[^1]` in the text. */
const reference = /\[\^([^[\]\n]+)\]/y;

interface Footnote {
  /** As written. */
  label: string;
  /** From 1, in the order of the text; undefined for a note that nothing refers to, or a reference to none. */
  number?: number;
  /** Of a note: how many references there are; of a reference: which of them it is. */
  count: number;
  /** Of a note: another one before it has the same label. */
  again?: boolean;
  /** Of a note: it says nothing. */
  empty?: boolean;
}

/** What is known of a `footnote_open`, `footnote_ref` or `footnote_back` token. */
export function footnoteOf(token: Token | undefined): Footnote {
  return token?.meta as unknown as Footnote;
}

/**
 * Plugin: footnotes, `[^1]` in the text and `[^1]: The note.` on lines of their own. Notes move to the
 * end, in the order in which the text refers to them, whatever they are called.
 */
export function footnotes(md: MarkdownIt): void {
  md.block.ruler.before("reference", "footnote", readNote, { alt: ["paragraph", "reference"] });
  md.inline.ruler.after("image", "footnote_ref", readReference);
  // After all that look at a paragraph as it stands in its place.
  md.core.ruler.push("footnotes", moveNotes);
}

function readNote(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  const [written, label = ""] = matchAt(beginning, state.src, start) ?? [];
  if (written === undefined) return false;
  if (silent) return true;
  const { bMarks, tShift, sCount } = state;
  const before = { shift: tShift[line] ?? 0, count: sCount[line] ?? 0 };
  state.push("footnote_open", "li", 1).meta = { label, count: 0 } satisfies Footnote;
  // The rest of the line is the first one of the note, whose other lines stand four blanks in.
  state.blkIndent += 4;
  bMarks[line] = start + written.length;
  tShift[line] = 0;
  sCount[line] = state.blkIndent;
  state.md.block.tokenize(state, line, endLine);
  bMarks[line] = start - before.shift;
  tShift[line] = before.shift;
  sCount[line] = before.count;
  state.blkIndent -= 4;
  state.push("footnote_close", "li", -1);
  return true;
}

function readReference(state: StateInline, silent: boolean): boolean {
  const [written, label = ""] = matchAt(reference, state.src, state.pos) ?? [];
  if (written === undefined) return false;
  if (!silent) {
    state.push("footnote_ref", "sup", 0).meta = { label, count: 0 } satisfies Footnote;
  }
  state.pos += written.length;
  return true;
}

/** A note, taken out of the text. */
interface Note {
  open: Token;
  tokens: Token[];
}

function moveNotes(state: StateCore): void {
  const { text, notes } = takeApart(state.tokens);
  const used: Note[] = [];
  const number = (tokens: readonly Token[]) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type !== "footnote_ref") continue;
      const reference = footnoteOf(token);
      const note = notes.get(keyOf(reference.label));
      if (!note) continue;
      const meta = footnoteOf(note.open);
      meta.number ??= used.push(note);
      meta.count += 1;
      reference.number = meta.number;
      reference.count = meta.count;
    }
  };
  number(text);
  // Notes may refer to others, which are added while this goes on.
  for (const { tokens } of used) number(tokens);
  const make: MakeToken = (type, tag, nesting) => new state.Token(type, tag, nesting);
  const list = used.flatMap((note) => withWayBack(note, make));
  const open = make("footnotes_open", "section", 1);
  const close = make("footnotes_close", "section", -1);
  state.tokens = used.length === 0 ? text : [...text, open, ...list, close];
}

/** The text without its notes; these by what they are called, the first where two are called the same. */
function takeApart(tokens: readonly Token[]) {
  const text: Token[] = [];
  const notes = new Map<string, Note>();
  const open = [text];
  for (const [index, token] of tokens.entries()) {
    if (token.type === "footnote_open") {
      const note: Note = { open: token, tokens: [] };
      const key = keyOf(footnoteOf(token).label);
      footnoteOf(token).again = notes.has(key);
      if (!notes.has(key)) notes.set(key, note);
      open.push(note.tokens);
      footnoteOf(token).empty = tokens[index + 1]?.type === "footnote_close";
    } else if (token.type === "footnote_close") {
      open.pop();
    } else {
      open.at(-1)?.push(token);
    }
  }
  return { text, notes };
}

type MakeToken = (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

/** Labels differ neither by capitals nor by blanks, like those of links. */
function keyOf(label: string): string {
  return label.trim().replaceAll(/\s+/g, " ").toLowerCase();
}

/** The tokens of a note, at the end of whose last paragraph a way leads back to the text. */
function withWayBack({ open, tokens }: Note, make: MakeToken): Token[] {
  const back = make("footnote_back", "a", 0);
  back.meta = open.meta;
  const last = tokens.at(-1);
  const isParagraph = last?.type === "paragraph_close" && !last.hidden;
  const end = isParagraph
    ? [...tokens.slice(0, -1), back, last]
    : [...tokens, make("paragraph_open", "p", 1), back, make("paragraph_close", "p", -1)];
  return [open, ...end, make("footnote_close", "li", -1)];
}
