import type { Env, MarkdownIt, StateInline, Token } from "markdown-it";
import { positionFinder, type TextPosition } from "../problems/problem.ts";

/** What {@link notePlaces} notes in one parse, which its `env` has as `places`. */
interface Places {
  /** Of every `inline` token. */
  blocks: Map<Token, BlockPlace>;
  /** The `inline` token whose text is parsed. */
  block?: Token;
  /** Of every `link_open`, `image` and `footnote_ref` token. */
  starts: Map<Token, InlineStart>;
  /** Of every code fence, the text of its last line; undefined where that is indented code. */
  lastLines: Map<Token, string | undefined>;
  /** Of every `footnote_open` token, the offset of its `[`. */
  notes: Map<Token, number>;
  /** What says where links lead, which the text is without later. */
  definitions: Token[];
  /** Blocks so deep that markdown-it leaves out what they hold. */
  tooDeep: Token[];
  /** Where table rows go on behind their last column: what stands there is left out too. */
  surplusCells: number[];
}

/** For a parse to fill. */
export function emptyPlaces(): Places {
  return {
    blocks: new Map(),
    starts: new Map(),
    lastLines: new Map(),
    notes: new Map(),
    definitions: [],
    tooDeep: [],
    surplusCells: [],
  };
}

function placesOf(env: Env): Places {
  return env.places as Places;
}

/** Plugin: notes where everything stands that is parsed, which tokens do not know. */
export function notePlaces(md: MarkdownIt): void {
  md.use(noteBlocks);
  md.use(noteInlines);
}

/**
 * Where `state` stands; undefined inside of an alt text, which markdown-it parses apart.
 */
export function startOf(state: StateInline): InlineStart | undefined {
  const { block } = placesOf(state.env);
  if (block === undefined || state.tokens !== block.children) return undefined;
  return { block, offset: state.pos };
}

/** Functions that tell lines and columns once `source`, with `\n` as the only line end, is parsed. */
export function placesIn(source: string, { blocks, starts }: Places) {
  const atOffset = positionFinder(source);
  const offsets = new Map<Token, (offset: number) => number>();
  const ofStart = (start: InlineStart | undefined): TextPosition => {
    const place = start && blocks.get(start.block);
    if (!place) throw new Error("a token without a place");
    const offset = offsets.get(start.block) ?? sourceOffset(start.block, place, source);
    offsets.set(start.block, offset);
    return atOffset(offset(start.offset));
  };
  /** Of a `link_open`, `image` or `footnote_ref` token. */
  const ofToken = (token: Token) => ofStart(starts.get(token));
  return { atOffset, ofStart, ofToken };
}

/** Where the text of one block stands in the source, as offsets. */
interface BlockPlace {
  /** `cell`: one cell of a table row; `lines`: everything else. */
  kind: "cell" | "lines";
  /** Of each line, its first character behind `>`, list markers and indentation. */
  starts: readonly number[];
  /** How many # stand before the text of a heading. */
  marks: number;
}

/**
 * Notes where the text of each block stands. Tokens only know lines; what stands
 * before a line's text (quotation marks, list markers, indentation, in any mixture) is known to the
 * block parser alone, at the moment when it makes the token.
 */
function noteBlocks(md: MarkdownIt): void {
  md.block.State = class extends md.block.State {
    #row: Token | undefined;
    #cell = -1;

    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const before = this.tokens.at(-1);
      const token = super.push(type, tag, nesting);
      const found = placesOf(this.env);
      if (type === "tr_open") {
        this.#row = token;
        this.#cell = -1;
      } else if (type === "tr_close") {
        const rest = this.src.slice(this.#cellEnd() + 1, this.#rowEnd());
        const blank = rest.length - rest.trimStart().length;
        if (rest.trim() !== "") found.surplusCells.push(this.#cellEnd() + 1 + blank);
      } else if (type === "inline") {
        const isCell = before?.type === "td_open" || before?.type === "th_open";
        found.blocks.set(token, isCell ? this.#nextCell() : this.#lines(before));
      } else if (type === "fence") {
        const last = this.line - 1;
        const isCode = (this.sCount[last] ?? 0) - this.blkIndent >= 4;
        found.lastLines.set(
          token,
          isCode ? undefined : this.src.slice(this.#start(last), this.eMarks[last]),
        );
      } else if (type === "footnote_open") {
        found.notes.set(token, this.#start(this.line));
      } else if (type === "reference_definition") {
        found.definitions.push(token);
      } else if (
        /^(blockquote|list_item)_open$/.test(type) &&
        this.level >= md.options.maxNesting
      ) {
        found.tooDeep.push(token);
      }
      return token;
    }

    #start(line: number): number {
      return (this.bMarks[line] ?? 0) + (this.tShift[line] ?? 0);
    }

    #lines(opening: Token | undefined): BlockPlace {
      const [from, to] = opening?.map ?? [this.line, this.line + 1];
      const starts = Array.from({ length: to - from }, (_, index) => this.#start(from + index));
      const isMarked = opening?.type === "heading_open" && opening.markup.startsWith("#");
      return { kind: "lines", starts, marks: isMarked ? opening.markup.length : 0 };
    }

    #rowEnd(): number {
      return this.eMarks[this.#row?.map?.[0] ?? this.line] ?? this.src.length;
    }

    /** The `|` that ends the cell, or the end of the row. */
    #cellEnd(): number {
      const end = this.#rowEnd();
      let pos = this.#cell;
      while (pos < end && (this.src[pos] !== "|" || this.src[pos - 1] === "\\")) pos += 1;
      return pos;
    }

    #nextCell(): BlockPlace {
      const end = this.#rowEnd();
      const start = this.#start(this.#row?.map?.[0] ?? this.line);
      const pos = this.#cell < 0 ? firstCell(this.src, start, end) : this.#cellEnd() + 1;
      this.#cell = Math.min(pos, end);
      return { kind: "cell", starts: [this.#cell], marks: 0 };
    }
  };
}

/** A row may begin with a `|` that belongs to no cell. */
function firstCell(source: string, start: number, end: number): number {
  const row = source.slice(start, end);
  const first = start + row.length - row.trimStart().length;
  return source[first] === "|" ? first + 1 : first;
}

/** Where something stands in the text of a block. */
interface InlineStart {
  /** The `inline` token. */
  block: Token;
  /** The offset in its content. */
  offset: number;
}

const placed = new Set(["link_open", "image", "footnote_ref"]);

/** Notes where each link, picture and reference to a footnote stands in its block. */
function noteInlines(md: MarkdownIt): void {
  md.core.ruler.at("inline", (state) => {
    const found = placesOf(state.env);
    for (const token of state.tokens) {
      if (token.type !== "inline") continue;
      found.block = token;
      token.children ??= [];
      md.inline.parse(token.content, md, state.env, token.children);
    }
    for (const [token, start] of found.starts) {
      // The rule for [text](target) makes its token when it stands behind the bracket already.
      if (token.type === "link_open" && token.info !== "auto") start.offset -= 1;
    }
  });

  md.inline.State = class extends md.inline.State {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const start = placed.has(type) ? startOf(this) : undefined;
      const token = super.push(type, tag, nesting);
      if (start) placesOf(this.env).starts.set(token, start);
      return token;
    }
  };
}

/** From `content`, an offset in a block's text, on, the source runs in step from `source`. */
interface Step {
  content: number;
  source: number;
}

/** A function from an offset in the text of `block` (its `content`) to the offset in `source`. */
function sourceOffset(block: Token, place: BlockPlace, source: string): (offset: number) => number {
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

/** Where a Markdown text stands in its file. */
export interface TextStart {
  /** Its first character; its other lines begin at the same column. */
  start: TextPosition;
  /** Whether its lines are lines of the file: folded YAML and escapes are not. */
  aligned: boolean;
}

/** Where in the file a position in the text is; as near as its beginning where lines differ. */
export function placeInFile({ start, aligned }: TextStart, position: TextPosition): TextPosition {
  const { line, column } = start;
  if (!aligned) return { line, column };
  return { line: line + position.line - 1, column: column + position.column - 1 };
}
