import type { Token } from "markdown-it";
import type { Language } from "../lib/languages.ts";
import { positionFinder, type TextPosition } from "../problems/problem.ts";
import { createGrammar, type GrammarOptions, imagePlace, plainText } from "./grammar.ts";
import { type LinkKind, linkKind } from "./link-targets.ts";
import {
  type BlockPlace,
  type BlockPlaces,
  blockPlaces,
  type InlineStart,
  inlineStarts,
  sourceOffset,
} from "./places.ts";
import { type Finding, finding, type Suspect } from "./rules.ts";
import { watchBrokenLinks, watchHtml } from "./slips.ts";

/** A picture, at its `!`. */
interface ImageReference extends TextPosition {
  /** The path as written, with escapes resolved. */
  written: string;
  alt: string;
  /** Alone in its paragraph. */
  alone: boolean;
}

/** A link, at its `[` or `<`. */
export interface LinkReference extends TextPosition {
  /** The target as written, with escapes resolved. */
  href: string;
  text: string;
  /** A picture is text enough to click on. */
  hasImage: boolean;
  kind: LinkKind;
}

/** A heading, at its first `#`, or at its text when it is underlined. */
export interface HeadingReference extends TextPosition {
  level: number;
  /** The id that the page will have. */
  id: string;
  text: string;
  underlined: boolean;
}

/** What a Markdown text refers to and can be referred to by; positions are 1-based in the text. */
export interface MarkdownReferences {
  images: ImageReference[];
  links: LinkReference[];
  headings: HeadingReference[];
  /** What is wrong in the text itself; `checkMarkdown` makes problems of it. */
  suspects: Suspect[];
}

/** Reads a Markdown text once, with the grammar of the pages and exact positions. */
export function readReferences(
  text: string,
  options: GrammarOptions & { language: Language },
): MarkdownReferences {
  const parsed = parseWithPlaces(text, options);
  const suspects = [...parsed.suspects, ...lineSuspects(parsed)];
  const read: MarkdownReferences = { images: [], links: [], headings: [], suspects };
  parsed.tokens.forEach((block, index) => {
    if (block.type !== "inline") return;
    const opening = parsed.tokens[index - 1];
    if (opening?.type === "heading_open") read.headings.push(heading(parsed, opening, block));
    const children = block.children ?? [];
    children.forEach((token, child) => {
      if (token.type === "link_open") read.links.push(link(parsed, children, child));
      if (token.type === "image") read.images.push(image(parsed, token));
    });
  });
  // ！[text](x.jpg) is a link to Markdown, but it is reported as a picture.
  const pictures = new Set(
    suspects
      .filter(({ rule }) => rule === "link-wide-brackets")
      .map(({ line, column }) => `${line}:${column + 1}`),
  );
  read.links = read.links.filter(({ line, column }) => !pictures.has(`${line}:${column}`));
  return read;
}

function heading(parsed: ParsedText, opening: Token, block: Token): HeadingReference {
  const start = parsed.blocks.places.get(block)?.starts[0] ?? 0;
  return {
    level: Number(opening.tag.slice(1)),
    id: String(opening.attrGet("id")),
    text: plainText(block.children ?? []),
    underlined: !opening.markup.startsWith("#"),
    ...parsed.atOffset(start),
  };
}

function link(parsed: ParsedText, tokens: readonly Token[], index: number): LinkReference {
  const inside: Token[] = [];
  for (let next = index + 1; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.type === "link_close") break;
    inside.push(token);
  }
  const opening = tokens[index];
  if (opening === undefined) throw new RangeError("no such token");
  const href = String(opening.attrGet("href"));
  const text = plainText(inside);
  const hasImage = inside.some((token) => token.type === "image");
  return { href, text, hasImage, kind: linkKind(href), ...parsed.ofToken(opening) };
}

function image(parsed: ParsedText, token: Token): ImageReference {
  return {
    written: String(token.attrGet("src")),
    alt: plainText(token.children ?? []),
    alone: imagePlace(token).alone,
    ...parsed.ofToken(token),
  };
}

/** A text as tokens, and the place of each of them. */
interface ParsedText {
  /** With `\n` as the only line end. */
  source: string;
  tokens: Token[];
  blocks: BlockPlaces;
  /** What the watching rules found in running text. */
  suspects: Suspect[];
  /** Line and column of an offset in the source. */
  atOffset: (offset: number) => TextPosition;
  /** Line and column of a `link_open` or `image` token. */
  ofToken: (token: Token) => TextPosition;
}

/** Parses `text` with the grammar of the pages, keeping links of every kind, and with positions. */
function parseWithPlaces(
  text: string,
  options: GrammarOptions & { language: Language },
): ParsedText {
  const md = createGrammar(options);
  md.validateLink = () => true;
  const blocks = blockPlaces(md);
  const inlines = inlineStarts(md);
  const watched: [found: Finding, at: InlineStart][] = [];
  watchHtml(md, inlines.startOf, (...found) => watched.push(found));
  watchBrokenLinks(md, inlines.startOf, (...found) => watched.push(found));

  const source = text.replaceAll(/\r\n?/g, "\n");
  const tokens = md.parse(source, { entry: { source: "", language: options.language } });
  const atOffset = positionFinder(source);
  const offsets = new Map<Token, (offset: number) => number>();

  function ofStart(start: InlineStart | undefined): TextPosition {
    const place = start && blocks.places.get(start.block);
    if (!place) throw new Error("a token without a place");
    const offset = offsets.get(start.block) ?? sourceOffset(start.block, place, source);
    offsets.set(start.block, offset);
    return atOffset(offset(start.offset));
  }

  const suspects = watched.map(([found, at]) => ({ ...found, ...ofStart(at) }));
  const ofToken = (token: Token) => ofStart(inlines.starts.get(token));
  return { source, tokens, blocks, suspects, atOffset, ofToken };
}

/** `##Title`, or a space after ## that is not an ordinary one. One # alone may be a number or a tag. */
const withoutSpace = /^(#{2,6}(?=[^#\t ])|#(?=[\u3000\u00A0]))(.*)$/u;
const fullWidth = /^([#＃]*＃[#＃]*)(.*)$/u;

type OffsetFinding = Finding & { offset: number };

/** What the blocks of a text show: headings that are none, code without end, text that is lost. */
function lineSuspects(parsed: ParsedText): Suspect[] {
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
