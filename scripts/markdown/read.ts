import type { Token } from "markdown-it";
import type { TextPosition } from "../problems/problem.ts";
import { nearestName } from "../problems/suggest.ts";
import { calloutKinds, writtenKind } from "./blocks.ts";
import { filmFault } from "./films.ts";
import { footnoteOf } from "./footnotes.ts";
import { createGrammar, imagePlace, plainText, type TextOptions, uniqueIds } from "./grammar.ts";
import { ownIdOf, soundId } from "./inline.ts";
import { linkKind } from "./link-targets.ts";
import { changed, standing, unusedDefinitions } from "./net.ts";
import { htmlOf, pageHtml } from "./page-html.ts";
import { emptyPlaces, notePlaces, placesIn } from "./places.ts";
import type { HtmlText } from "./render.ts";
import { type Fault, fault, type PlacedFault } from "./rules.ts";
import { noteShown, type ShownTexts } from "./shown.ts";
import { noSlips, watchSlips } from "./slips.ts";

/** A picture, at its `!`. */
interface ImageReference extends TextPosition {
  /** The path as written, with escapes resolved. */
  written: string;
  alt: string;
  /** In a paragraph that holds nothing but pictures. */
  isBlock: boolean;
  /** One of two that stand side by side. */
  inPair: boolean;
}

/** A link, at its `[` or `<`. */
interface LinkReference extends TextPosition {
  /** The target as written, with escapes resolved. */
  href: string;
  text: string;
  /** A picture is text enough to click on. */
  hasImage: boolean;
  kind: ReturnType<typeof linkKind>;
}

/** A heading, at its first `#`, or at its text when it is underlined. */
interface HeadingReference extends TextPosition {
  level: number;
  /** The id that the page will have. */
  id: string;
  text: string;
  underlined: boolean;
}

/** A footnote or a reference to one, at its `[`, and what is wrong with it. */
interface FootnotePart extends TextPosition {
  fault: Fault | undefined;
}

/** What a Markdown text refers to and can be referred to by; positions are 1-based in the text. */
export interface MarkdownReferences {
  images: ImageReference[];
  links: LinkReference[];
  headings: HeadingReference[];
  footnotes: FootnotePart[];
  /** What is wrong in the text itself; `checkMarkdown` makes problems of it. */
  faults: PlacedFault[];
}

/** A Markdown text, read. */
interface ReadMarkdown {
  references: MarkdownReferences;
  html: HtmlText;
}

/** What one parse is told and notes, its `env`. */
interface ParseNotes {
  options: TextOptions;
  places: ReturnType<typeof emptyPlaces>;
  slips: ReturnType<typeof noSlips>;
  shown: ShownTexts;
}

/** One for all texts: what a parse notes, it notes in its `env`. */
const grammar = createGrammar().use(notePlaces).use(watchSlips).use(noteShown).use(pageHtml);
// Links of every kind are read; an unsafe one is an error.
grammar.validateLink = () => true;

/** Reads a Markdown text, which is parsed once: what it refers to, what is wrong in it, and its HTML. */
export function readMarkdown(text: string, options: TextOptions): ReadMarkdown {
  const source = text.replaceAll(/\r\n?/g, "\n");
  const shown: ShownTexts = new Map();
  const env = { options, places: emptyPlaces(), slips: noSlips(), shown };
  const tokens = grammar.parse(source, env);
  const references = referencesOf(source, tokens, env);
  return { references, html: htmlOf(tokens, grammar, env) };
}

function referencesOf(
  source: string,
  tokens: readonly Token[],
  { options, places, slips, shown }: ParseNotes,
): MarkdownReferences {
  const { atOffset, ofStart, ofToken } = placesIn(source, places);
  const found = [...slips.noted, ...standing(source, tokens, shown)].map(([slip, start]) => {
    return { ...slip, ...ofStart(start) };
  });
  // Its space goes with the name that no photograph may have.
  const isPicture = ({ rule, values }: Fault) => rule === "link-space" && values.mark === "!";
  const faults = [
    ...found.filter((slip) => !isPicture(slip)),
    ...unusedDefinitions(source, tokens, places.definitions),
    ...changed(source, tokens),
  ];
  // What stands in a link that is none, such as the address of `[text] (https://…)`, is told with it.
  const told = new Set<string>();
  for (const { rule, values, line, column } of [...found, ...faults]) {
    const { length } = values.written ?? values.href ?? "";
    if (!rule.startsWith("link-")) continue;
    for (let within = 1; within < length; within += 1) told.add(`${line}:${column + within}`);
  }
  const isTold = ({ line, column }: TextPosition) => told.has(`${line}:${column}`);
  const read: MarkdownReferences = {
    images: found.filter(isPicture).map(({ values: { target = "", text = "" }, line, column }) => {
      return { written: target, alt: text, isBlock: true, inPair: false, line, column };
    }),
    links: [],
    headings: [],
    footnotes: [...places.notes].map(([note, offset]) => {
      return { fault: noteFault(note), ...atOffset(offset) };
    }),
    faults: [...faults, ...blockFaults(source, tokens, places, atOffset)],
  };
  const unique = uniqueIds(options.reservedIds);
  tokens.forEach((block, index) => {
    if (block.type !== "inline") return;
    const opening = tokens[index - 1];
    if (opening?.type === "heading_open") {
      const place = atOffset(places.blocks.get(block)?.starts[0] ?? 0);
      read.headings.push({ ...heading(opening, block), ...place });
      const wrong = wrongOwnId(ownIdOf(opening), unique);
      if (wrong) read.faults.push({ ...wrong, ...place });
    }
    const children = block.children ?? [];
    children.forEach((token, child) => {
      if (token.type === "image") read.images.push({ ...image(token), ...ofToken(token) });
      if (token.type === "footnote_ref") {
        // Brackets around another link are no link to Markdown.
        const inside = /^[^[\]]*\]\(/.test(children[child + 1]?.content ?? "");
        read.footnotes.push({ fault: referenceFault(token, inside), ...ofToken(token) });
      }
      for (const inside of token.children ?? []) {
        if (inside.type !== "footnote_ref") continue;
        read.footnotes.push({ fault: referenceFault(inside, true), ...ofToken(token) });
      }
      if (token.type !== "link_open") return;
      const place = ofToken(token);
      if (isTold(place)) return;
      const found = link(children, child);
      read.links.push({ ...found, ...place });
      const title = token.attrGet("title")?.toString();
      const wrong = found.hasImage && filmFault(found.href, title);
      if (wrong) read.faults.push({ ...wrong, ...place });
      if (!token.meta?.goesOn) return;
      const address = String(token.attrGet("href"));
      read.faults.push({ ...fault("link-bare-end", { address }), ...place });
    });
  });
  return read;
}

function heading(opening: Token, { children }: Token) {
  return {
    level: Number(opening.tag.slice(1)),
    id: String(opening.attrGet("id")),
    text: plainText(children ?? []),
    underlined: !opening.markup.startsWith("#"),
  };
}

/** What is wrong with the id that an editor gave a heading. */
function wrongOwnId(
  written: string | undefined,
  unique: ReturnType<typeof uniqueIds>,
): Fault | undefined {
  if (written === undefined) return undefined;
  const id = soundId(written);
  const better = `{#${unique(id)}}`;
  if (id !== written) return fault("heading-id-characters", { id: written, better });
  return better === `{#${id}}` ? undefined : fault("heading-id-taken", { id, better });
}

/** @param index of the token that opens the link */
function link(tokens: readonly Token[], index: number) {
  let end = index + 1;
  while (end < tokens.length && tokens[end]?.type !== "link_close") end += 1;
  const inside = tokens.slice(index + 1, end);
  const href = String(tokens[index]?.attrGet("href"));
  const hasImage = inside.some(({ type }) => type === "image");
  return { href, text: plainText(inside), hasImage, kind: linkKind(href) };
}

function image(token: Token) {
  const { isBlock, inPair } = imagePlace(token);
  const [written, alt] = [String(token.attrGet("src")), plainText(token.children ?? [])];
  return { written, alt, isBlock, inPair };
}

function noteFault(note: Token): Fault | undefined {
  const { label, number, again, empty } = footnoteOf(note);
  if (again) return fault("footnote-again", { label });
  if (empty) return fault("footnote-empty", { label });
  return number === undefined ? fault("footnote-unused", { label }) : undefined;
}

/** @param inside of a link or of a picture's alt text */
function referenceFault(reference: Token, inside: boolean): Fault | undefined {
  const { label, number } = footnoteOf(reference);
  if (inside) return fault("footnote-inside", { label });
  return number === undefined ? fault("footnote-missing", { label }) : undefined;
}

/** `##Title`, or a space after ## that is not an ordinary one. One # alone may be a number or a tag. */
const withoutSpace = /^(#{2,6}(?=[^#\t ])|#(?=[\u3000\u00A0]))(.*)$/u;
const fullWidth = /^([#＃]*＃[#＃]*)(.*)$/u;

/** What the blocks of a text show: headings that are none, code without end, text that is lost. */
function blockFaults(
  source: string,
  tokens: readonly Token[],
  { blocks, lastLines, surplusCells, tooDeep }: ParseNotes["places"],
  atOffset: (offset: number) => TextPosition,
): PlacedFault[] {
  const lines = source.split("\n");
  const tightHeadings = [...blocks].flatMap(([block, { kind, marks, starts }]) => {
    if (kind !== "lines" || marks > 0) return [];
    return block.content.split("\n").flatMap((line, index) => {
      const tight = tightHeading(line.trimStart());
      return tight ? [{ ...tight, ...atOffset(starts[index] ?? 0) }] : [];
    });
  });
  return [
    ...tightHeadings,
    ...surplusCells.map((offset) => ({ ...fault("table-surplus-cell", {}), ...atOffset(offset) })),
    ...tokens
      .filter((token) => token.type === "fence" && isUnclosed(token, lastLines.get(token)))
      .map(({ map, markup }) => {
        const line = (map?.[0] ?? 0) + 1;
        const column = (lines[line - 1] ?? "").indexOf(markup) + 1;
        return { ...fault("code-unclosed", { marks: markup }), line, column };
      }),
    ...tokens.flatMap((block, index) => {
      const kind = writtenKind(block);
      const wrong = kind && calloutFault(kind, tokens[index - 2]?.type === "blockquote_open");
      return wrong ? [{ ...wrong, ...atOffset(blocks.get(block)?.starts[0] ?? 0) }] : [];
    }),
    ...tooDeep.map(({ map }) => {
      return { ...fault("nested-too-deep", {}), line: (map?.[0] ?? 0) + 1, column: 1 };
    }),
  ];
}

/** What is wrong with a line of a paragraph that was meant to be a heading. */
function tightHeading(written: string): Fault | undefined {
  const [, marks = "", rest = ""] = withoutSpace.exec(written) ?? [];
  const [, wide = "", wideRest = ""] = fullWidth.exec(written) ?? [];
  if (marks !== "") {
    const words = { written, marks: atLeastTwo(marks), text: rest.trim() };
    return fault("heading-no-space", words);
  }
  if (wide.length <= 1 && (wide === "" || !/^\s/.test(wideRest))) return undefined;
  return fault("heading-wide-mark", { written, marks: atLeastTwo(wide), text: wideRest.trim() });
}

/** What is wrong with the beginning of a callout that the grammar has left standing. */
function calloutFault(kind: string, inQuotation: boolean): Fault | undefined {
  const meant = nearestName(kind.toLowerCase(), calloutKinds);
  const nearest = (meant ?? calloutKinds[0]).toUpperCase();
  if (inQuotation) return fault("callout-kind", { kind, nearest });
  return nearest === kind.toUpperCase() ? fault("callout-outside", { kind }) : undefined;
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
