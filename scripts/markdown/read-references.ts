import type { Token } from "markdown-it";
import type { Language } from "../lib/language.ts";
import type { TextPosition } from "../lib/text-position.ts";
import type { GrammarOptions } from "./create-grammar.ts";
import { lineSuspects } from "./line-suspects.ts";
import { type LinkKind, linkKind } from "./link-kind.ts";
import { type ParsedText, parseWithPlaces } from "./parse-with-places.ts";
import { imagePlace } from "./photographs.ts";
import { plainText } from "./plain-text.ts";
import type { Suspect } from "./suspect.ts";

/** A picture, at its `!`. */
export interface ImageReference extends TextPosition {
  /** The path as written, with escapes resolved. */
  written: string;
  alt: string;
  title: string | undefined;
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
    title: token.attrGet("title")?.toString(),
    alone: imagePlace(token).alone,
    ...parsed.ofToken(token),
  };
}
