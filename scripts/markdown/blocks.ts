import type { MarkdownIt, Token } from "markdown-it";

/** The kinds of callouts; their titles are words of the interface. */
export const calloutKinds = ["note", "tip", "important", "warning", "caution"] as const;

/** `[!NOTE]` at the beginning of a quotation, of any keyboard; some programs write a fold mark, too. */
const calloutMark = /^[[［【][!！]([^[\]［］【】\n]+)[\]］】][-+]?[ \t\u3000]*/;
/** `[ ]` or `[x]` at the beginning of an item, also as people with other keyboards write it. */
const taskMark =
  /^(?:\[([ \u3000xX√✓]?)\](?=[ \t\u3000])|[［【]([ \u3000xX√✓]?)[］】])[ \t\u3000]*/;
/** A dash before the source of a quotation: of print, of Chinese, of a keyboard. */
const sourceMark = /^(?:[—―]{1,2}|–|-{2,3})(?!-)[ \t\u3000]*/;

/**
 * Plugin: what is written with marks of its own in ordinary blocks. Callouts are quotations that begin
 * with `[!NOTE]`, tasks are items that begin with `[ ]` or `[x]`, and the last line of a quotation
 * may name its source after a dash.
 */
export function markedBlocks(md: MarkdownIt): void {
  md.core.ruler.after("inline", "marked_blocks", (state) => {
    const make: MakeToken = (type, tag, nesting) => new state.Token(type, tag, nesting);
    const tokens: Token[] = [];
    const open: number[] = [];
    state.tokens.forEach((token, index) => {
      if (token.type === "blockquote_open") open.push(tokens.length);
      if (token.type === "list_item_open") markTask(token, state.tokens[index + 2], make);
      // Later a `\[` is text like any other.
      const kind = markOf(calloutMark, token)?.[1];
      if (kind !== undefined) token.meta = { ...token.meta, kind: kind.trim() };
      tokens.push(token);
      if (token.type !== "blockquote_close") return;
      const quotation = tokens.splice(open.pop() ?? 0);
      for (const one of callout(quotation) ?? withSource(quotation, make) ?? quotation) {
        tokens.push(one);
      }
    });
    state.tokens = tokens;
  });
}

type MakeToken = (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

/** What `mark` finds at the beginning of the text of `inline`. */
function markOf(mark: RegExp, inline: Token | undefined): RegExpExecArray | null {
  const first = inline?.type === "inline" ? inline.children?.[0] : undefined;
  return first?.type === "text" ? mark.exec(first.content) : null;
}

/** Takes a mark of `length` from the beginning of inline tokens, and a line that it had to itself. */
function takeAway(children: Token[], length: number): void {
  const [first, second] = children;
  if (!first) return;
  first.content = first.content.slice(length);
  if (first.content === "") children.splice(0, second?.type === "softbreak" ? 2 : 1);
}

function markTask(item: Token, inline: Token | undefined, make: MakeToken): void {
  const mark = markOf(taskMark, inline);
  if (!mark || !inline?.children) return;
  item.attrJoin("class", "task");
  takeAway(inline.children, mark[0].length);
  const box = make("task_box", "span", 0);
  box.meta = { done: /\S/.test(mark[1] ?? mark[2] ?? "") };
  inline.children.unshift(box);
}

/** The kind at the beginning of a paragraph that became no callout, as it is written: `NOET`. */
export function writtenKind({ type, meta }: Token): string | undefined {
  return type === "inline" && meta?.kind ? String(meta.kind) : undefined;
}

/** `quotation` as a callout; undefined where it is none. */
function callout(quotation: readonly Token[]): Token[] | undefined {
  const [open, paragraph, inline, ...rest] = quotation;
  const close = rest.at(-1);
  const mark = paragraph?.type === "paragraph_open" ? markOf(calloutMark, inline) : null;
  const kind = calloutKinds.find((one) => one === mark?.[1]?.trim().toLowerCase());
  if (!open || !paragraph || !inline?.children || !close || !mark || !kind) return undefined;
  open.type = "callout_open";
  open.meta = { kind };
  close.type = "callout_close";
  open.tag = close.tag = "div";
  takeAway(inline.children, mark[0].length);
  inline.meta = null;
  return inline.children.length === 0
    ? [open, ...rest.slice(1)]
    : [open, paragraph, inline, ...rest];
}

/**
 * `quotation` and its source as a figure, since HTML wants the source outside of the quotation:
 * https://html.spec.whatwg.org/#the-blockquote-element. Several lines with a dash are a conversation.
 */
function withSource(quotation: readonly Token[], make: MakeToken): Token[] | undefined {
  const [paragraph, inline, end, close] = quotation.slice(-4);
  if (paragraph?.type !== "paragraph_open" || !inline?.children || !end || !close) return undefined;
  const lines = quotation.flatMap(({ type, content }) =>
    type === "inline" ? content.split("\n").map((line) => line.trimStart()) : [],
  );
  const marked = lines.filter((line) => sourceMark.test(line)).length;
  if (lines.length < 2 || marked !== 1) return undefined;
  const at = inline.children.findLastIndex(({ type }) => /^(?:soft|hard)break$/.test(type));
  const source = make("inline", "", 0);
  source.children = inline.children.slice(at + 1);
  source.content = lines.at(-1) ?? "";
  const mark = markOf(sourceMark, source);
  if (!mark || source.children[0]?.level !== 0) return undefined;
  takeAway(source.children, mark[0].length);
  inline.children.splice(Math.max(0, at));
  return [
    make("quotation_open", "figure", 1),
    ...quotation.slice(0, at < 0 ? -4 : -1),
    close,
    make("source_open", "figcaption", 1),
    source,
    make("source_close", "figcaption", -1),
    make("quotation_close", "figure", -1),
  ];
}
