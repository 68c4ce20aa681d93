import type { MarkdownIt, Token } from "markdown-it";

/** Where the text of one block stands in the source, as offsets. */
export interface BlockPlace {
  /** `cell`: one cell of a table row; `lines`: everything else. */
  kind: "cell" | "lines";
  /** Of each line, its first character behind `>`, list markers and indentation. */
  starts: readonly number[];
  /** How many # stand before the text of a heading. */
  marks: number;
}

/** What is known of a block only while it is parsed. */
export interface BlockPlaces {
  /** Of every `inline` token. */
  places: Map<Token, BlockPlace>;
  /** Of every code fence, the text of its last line; undefined where that is indented code. */
  lastLines: Map<Token, string | undefined>;
  /** Blocks so deep that markdown-it leaves out what they hold. */
  tooDeep: Token[];
  /** Where table rows go on behind their last column: what stands there is left out too. */
  surplusCells: number[];
}

/**
 * Plugin: notes where the text of each block stands. Tokens only know lines; what stands
 * before a line's text (quotation marks, list markers, indentation, in any mixture) is known to the
 * block parser alone, at the moment when it makes the token.
 */
export function blockPlaces(md: MarkdownIt): BlockPlaces {
  const found: BlockPlaces = {
    places: new Map(),
    lastLines: new Map(),
    tooDeep: [],
    surplusCells: [],
  };

  md.block.State = class extends md.block.State {
    #row: Token | undefined;
    #cell = -1;

    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const before = this.tokens.at(-1);
      const token = super.push(type, tag, nesting);
      if (type === "tr_open") {
        this.#row = token;
        this.#cell = -1;
      } else if (type === "tr_close") {
        const rest = this.src.slice(this.#cellEnd() + 1, this.#rowEnd());
        const blank = rest.length - rest.trimStart().length;
        if (rest.trim() !== "") found.surplusCells.push(this.#cellEnd() + 1 + blank);
      } else if (type === "inline") {
        const isCell = before?.type === "td_open" || before?.type === "th_open";
        found.places.set(token, isCell ? this.#nextCell() : this.#lines(before));
      } else if (type === "fence") {
        const last = this.line - 1;
        const isCode = (this.sCount[last] ?? 0) - this.blkIndent >= 4;
        found.lastLines.set(
          token,
          isCode ? undefined : this.src.slice(this.#start(last), this.eMarks[last]),
        );
      } else if (isContainer(type) && this.level >= md.options.maxNesting) {
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
  return found;
}

function isContainer(type: string): boolean {
  return type === "blockquote_open" || type === "list_item_open";
}

/** A row may begin with a `|` that belongs to no cell. */
function firstCell(source: string, start: number, end: number): number {
  const blank = source.slice(start, end).length - source.slice(start, end).trimStart().length;
  return source[start + blank] === "|" ? start + blank + 1 : start + blank;
}
