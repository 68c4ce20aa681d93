import markdownIt, { type Env, type MarkdownIt, type Token } from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import type { Language } from "../lib/languages.ts";
import { bareLinks } from "./bare-links.ts";
import { markedBlocks } from "./blocks.ts";
import { type Film, filmOf } from "./films.ts";
import { footnotes } from "./footnotes.ts";
import {
  lineBreaksInCells,
  ownHeadingIds,
  ownIdOf,
  raisedAndLowered,
  slugify,
  soundId,
} from "./inline.ts";
import { typography } from "./typography.ts";

/** What a parse must know of its text. */
export interface TextOptions {
  language: Language;
  /** Ids that the layouts use and no heading may have. */
  reservedIds: readonly string[];
  /** The layout shows a photograph above the text, so that the text's first one is not the page's. */
  photographAbove: boolean;
}

/** What a parse was told, which every `env` has as its `options`. */
export function optionsOf(env: Env): TextOptions {
  return env.options as TextOptions;
}

/**
 * What counts as a heading, a link, a picture on this site. Link targets stay as the editor wrote them.
 * Parse with an `env` of its own for each text: `{ options }`, see {@link TextOptions}.
 */
export function createGrammar(): MarkdownIt {
  const md = new markdownIt({ html: false, linkify: false, breaks: false, quotes: "“”‘’" });
  md.normalizeLink = (target) => target;
  // A paragraph that begins with blanks, as in Chinese typing, is a paragraph and no code.
  md.disable("code");
  md.use(typographerInEnglish);
  md.use(bareLinks);
  md.use(raisedAndLowered);
  md.use(lineBreaksInCells);
  md.use(ownHeadingIds);
  md.use(typography);
  md.use(cjkFriendly);
  md.use(hanLineBreaks);
  md.use(photographs);
  md.use(headingIds);
  md.use(markedBlocks);
  md.use(footnotes);
  return md;
}

/**
 * Plugin: the first step of every parse. The typographer (quotes, dashes, dots) is for English; Chinese
 * text has its punctuation already. Its rules read a switch on the instance; a parse is synchronous, so
 * no other text sees it.
 */
function typographerInEnglish(md: MarkdownIt): void {
  md.core.ruler.before("normalize", "typographer_in_english", (state) => {
    md.options.typographer = optionsOf(state.env).language === "en";
  });
}

/** What is known of an image from where it stands. */
interface ImagePlace {
  /** In a paragraph that holds nothing but pictures: shown as a block. */
  isBlock: boolean;
  /** Beside another one, in a paragraph of several. */
  inPair: boolean;
  /** The first photograph of the page. */
  first: boolean;
  /** Where a picture that is shown as a block leads, as written. */
  link: string | undefined;
  /** What it is a still of. */
  film: Film | undefined;
}

/**
 * Plugin: marks each image with its place. Around one that stands alone the `<p>` is left out, because
 * a figure cannot stand in a paragraph, and the `<a>`, which would hold the caption. A paragraph of
 * several becomes a gallery of pairs, of which an odd first one stands across, so that no place is empty;
 * what parts them, blanks or ends of lines, is not shown.
 */
function photographs(md: MarkdownIt): void {
  md.core.ruler.push("photographs", (state) => {
    let first = !optionsOf(state.env).photographAbove;
    state.tokens.forEach((inline, index) => {
      if (inline.type !== "inline") return;
      const before = state.tokens[index - 1];
      const after = state.tokens[index + 1];
      const visible = (inline.children ?? []).filter((token) => !isBlank(token));
      const images = visible.filter(({ type }) => type === "image");
      const isBlock =
        before?.type === "paragraph_open" && images.length > 0 && visible.every(isPictureOrLink);
      let link: string | undefined;
      let title: string | undefined;
      for (const token of visible) {
        if (token.type === "image") {
          const film = link === undefined ? undefined : filmOf(link, title);
          // Whoever gives the link a title means the words below the picture.
          if (isBlock && title && !film) token.attrs = [...(token.attrs ?? []), ["title", title]];
          const inPair = images.length > 1 && (token !== images[0] || images.length % 2 === 0);
          const place: ImagePlace = { isBlock, inPair: isBlock && inPair, first, link, film };
          token.meta = { ...token.meta, ...place };
          first = false;
        } else if (isBlock) {
          link = token.attrGet("href")?.toString();
          title = token.attrGet("title")?.toString();
          token.hidden = true;
        }
      }
      if (!isBlock || !after) return;
      inline.children = visible;
      before.hidden = after.hidden = images.length === 1;
      if (images.length === 1) return;
      before.type = "gallery_open";
      after.type = "gallery_close";
      before.tag = after.tag = "div";
      before.attrSet("class", "gallery");
    });
  });
}

/** The place that the plugin has given to `image`. */
export function imagePlace(image: Token): ImagePlace {
  const place = (image.meta ?? {}) as Partial<ImagePlace>;
  const { isBlock = false, inPair = false, first = false, link, film } = place;
  return { isBlock, inPair, first, link, film };
}

function isBlank({ type, content }: Token): boolean {
  return /^(?:soft|hard)break$/.test(type) || (type === "text" && content.trim() === "");
}

function isPictureOrLink({ type }: Token): boolean {
  return /^(?:image|link_open|link_close)$/.test(type);
}

/**
 * Plugin: an id for every heading, its own or from its text; the latter unique in the text and never
 * one of those that the layouts use. The last step of a parse, after quotes and line
 * breaks are settled.
 */
function headingIds(md: MarkdownIt): void {
  md.core.ruler.push("heading_ids", (state) => {
    const own = state.tokens.flatMap((token) => ownIdOf(token) ?? []).map(soundId);
    const unique = uniqueIds([...optionsOf(state.env).reservedIds, ...own]);
    state.tokens.forEach((token, index) => {
      if (token.type !== "heading_open") return;
      const text = plainText(state.tokens[index + 1]?.children ?? []);
      const written = ownIdOf(token);
      token.attrSet("id", written === undefined ? unique(slugify(text)) : soundId(written));
    });
  });
}

/**
 * A function that gives each id once: `rivers`, then `rivers-2`, `rivers-3`; never a `reserved` one.
 * It remembers where it stopped, so that ten thousand equal headings cost no more than different ones.
 */
export function uniqueIds(reserved: Iterable<string>): (wanted: string) => string {
  const taken = new Set(reserved);
  const nextNumber = new Map<string, number>();
  return (wanted) => {
    let id = wanted;
    if (taken.has(id)) {
      let number = nextNumber.get(wanted) ?? 2;
      while (taken.has(`${wanted}-${number}`)) number += 1;
      id = `${wanted}-${number}`;
      nextNumber.set(wanted, number + 1);
    }
    taken.add(id);
    return id;
  };
}

/** The words of inline tokens without their markup, as for an alt text: one line, trimmed. */
export function plainText(tokens: readonly Token[]): string {
  return tokens.map(textOf).join("").trim();
}

function textOf(token: Token): string {
  switch (token.type) {
    case "text":
    case "text_special":
    case "code_inline":
      return token.content;
    case "image":
      return plainText(token.children ?? []);
    case "softbreak":
    case "hardbreak":
      return " ";
    default:
      return "";
  }
}

const han = /[\p{Script=Han}\p{Script=Bopomofo}]/u;
/** CJK symbols and punctuation, vertical and compatibility forms, full-width forms. */
const cjkPunctuation = /[\u3000-\u303F\uFE10-\uFE1F\uFE30-\uFE4F\uFF01-\uFF60\uFFE0-\uFFE6]/u;
/** Punctuation that Chinese shares with English; Chinese where the text is Chinese. */
const sharedPunctuation = /[“”‘’—…·]/u;

/**
 * Plugin: a line break between two Han characters, or Han and Chinese punctuation, leaves no space.
 * Between Han and Latin, and between Latin words, it stays a space. Emphasis, links and code
 * around the break make no difference.
 */
function hanLineBreaks(md: MarkdownIt): void {
  md.core.ruler.after("inline", "han_line_breaks", (state) => {
    const isChinese = optionsOf(state.env).language === "zh";
    for (const token of state.tokens) {
      if (token.type === "inline") closeBreaks(token.children ?? [], isChinese);
    }
  });
}

function closeBreaks(tokens: readonly Token[], isChinese: boolean): void {
  let before = "";
  let softbreak: Token | undefined;
  for (const token of tokens) {
    if (token.type === "softbreak") {
      softbreak = token;
    } else if (token.type === "hardbreak" || token.type === "image") {
      before = "";
      softbreak = undefined;
      closeBreaks(token.children ?? [], isChinese);
    } else if (token.content !== "") {
      if (softbreak && isHan(before, isChinese) && isHan(firstOf(token.content), isChinese)) {
        softbreak.type = "text";
        softbreak.tag = "";
      }
      softbreak = undefined;
      before = lastOf(token.content);
    }
  }
}

function isHan(character: string, isChinese: boolean): boolean {
  if (han.test(character) || cjkPunctuation.test(character)) return true;
  return isChinese && sharedPunctuation.test(character);
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

function lastOf(text: string): string {
  const isPair = /[\uDC00-\uDFFF]/.test(text.slice(-1));
  return isPair ? text.slice(-2) : text.slice(-1);
}
