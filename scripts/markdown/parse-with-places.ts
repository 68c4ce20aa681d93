import type { Token } from "markdown-it";
import type { Language } from "../lib/language.ts";
import { positionFinder } from "../lib/position-finder.ts";
import type { TextPosition } from "../lib/text-position.ts";
import { type BlockPlaces, blockPlaces } from "./block-places.ts";
import { createGrammar, type GrammarOptions } from "./create-grammar.ts";
import type { Finding } from "./finding.ts";
import { type InlineStart, inlineStarts } from "./inline-starts.ts";
import { sourceOffset } from "./source-offset.ts";
import type { Suspect } from "./suspect.ts";
import { watchBrokenLinks } from "./watch-broken-links.ts";
import { watchHtml } from "./watch-html.ts";

/** A text as tokens, and the place of each of them. */
export interface ParsedText {
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
export function parseWithPlaces(
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
