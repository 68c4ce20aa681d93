import markdownIt, { type MarkdownIt, type Token } from "markdown-it";
import cjkFriendly from "markdown-it-cjk-friendly";
import type { Language } from "../lib/languages.ts";
import { bareLinks } from "./bare-links.ts";
import { markedBlocks } from "./blocks.ts";
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

/** What pages and the check must agree on. */
export interface GrammarOptions {
  /** Ids that the layouts use and no heading may have. */
  reservedIds: readonly string[];
}

/**
 * What counts as a heading, a link, a picture on this site: one grammar, for the pages and for
 * the check, so that both see the same text. Link targets stay as the editor wrote them.
 */
export function createGrammar(options: GrammarOptions): MarkdownIt {
  const md = new markdownIt({ html: false, linkify: false, breaks: false, quotes: "“”‘’" });
  md.normalizeLink = (target) => target;
  // Eleventy switches indented code off in every library it is given; a paragraph
  // that begins with blanks, as in Chinese typing, is then a paragraph.
  md.disable("code");
  md.use(ownEnvironment);
  md.use(bareLinks);
  md.use(raisedAndLowered);
  md.use(lineBreaksInCells);
  md.use(ownHeadingIds);
  md.use(typography);
  md.use(cjkFriendly);
  md.use(hanLineBreaks);
  md.use(photographs);
  md.use(headingIds, options.reservedIds);
  md.use(markedBlocks);
  md.use(footnotes);
  return md;
}

/**
 * Plugin: the first step of every parse.
 *
 * markdown-it keeps link references in the `env` it is given, which is Eleventy's page data:
 * a second rendering of the same page would find what the first one left. Each parse therefore
 * writes into an object of its own, through which the page's data can still be read.
 *
 * The typographer (quotes, dashes, dots) is for English; Chinese text has its punctuation already.
 * Its rules read a switch on the instance; a parse is synchronous, so no other text sees it.
 */
function ownEnvironment(md: MarkdownIt): void {
  md.core.ruler.before("normalize", "own_environment", (state) => {
    const page = markdownEnv(state.env);
    state.env = Object.create(page);
    md.options.typographer = page.entry.language === "en";
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
}

/**
 * Plugin: marks each image with its place. Around one that stands alone the `<p>` is left out, because
 * a figure cannot stand in a paragraph, and the `<a>`, which would hold the caption. A paragraph of
 * several becomes a gallery of pairs, of which an odd first one stands across, so that no place is empty;
 * what parts them, blanks or ends of lines, is not shown.
 */
function photographs(md: MarkdownIt): void {
  md.core.ruler.push("photographs", (state) => {
    let first = !layoutShowsOne(markdownEnv(state.env).entry);
    state.tokens.forEach((inline, index) => {
      if (inline.type !== "inline") return;
      const before = state.tokens[index - 1];
      const after = state.tokens[index + 1];
      const visible = (inline.children ?? []).filter((token) => !isBlank(token));
      const images = visible.filter(({ type }) => type === "image");
      const isBlock =
        before?.type === "paragraph_open" && images.length > 0 && visible.every(isPictureOrLink);
      let link: string | undefined;
      let title: string | null = null;
      for (const token of visible) {
        if (token.type === "image") {
          // Whoever gives the link a title means the words below the picture.
          if (isBlock && title) token.attrs = [...(token.attrs ?? []), ["title", title]];
          const inPair = images.length > 1 && (token !== images[0] || images.length % 2 === 0);
          const place: ImagePlace = { isBlock, inPair: isBlock && inPair, first, link };
          token.meta = { ...token.meta, ...place };
          first = false;
        } else if (isBlock) {
          link = token.attrGet("href")?.toString();
          title = token.attrGet("title")?.toString() ?? null;
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
  const { isBlock = false, inPair = false, first = false, link } = place;
  return { isBlock, inPair, first, link };
}

function layoutShowsOne(entry: MarkdownEntry): boolean {
  return (entry.photo ?? entry.screens ?? undefined) !== undefined;
}

function isBlank({ type, content }: Token): boolean {
  return /^(?:soft|hard)break$/.test(type) || (type === "text" && content.trim() === "");
}

function isPictureOrLink({ type }: Token): boolean {
  return /^(?:image|link_open|link_close)$/.test(type);
}

/**
 * Plugin: an id for every heading, its own or from its text; the latter unique in the text and never
 * one of `reserved`, the ids that the layouts use. The last step of a parse, after quotes and line
 * breaks are settled.
 */
function headingIds(md: MarkdownIt, reserved: readonly string[]): void {
  md.core.ruler.push("heading_ids", (state) => {
    const own = state.tokens.flatMap((token) => ownIdOf(token) ?? []).map(soundId);
    const unique = uniqueIds([...reserved, ...own]);
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

/** What Markdown has to know of the page that it stands on. */
export interface MarkdownEntry {
  /** Path of the content file from the project's root, `content/en/about.md`. */
  source: string;
  language: Language;
  /** The photograph that the layout shows above the text. */
  photo?: unknown;
  /** The screens that the layout shows above the text. */
  screens?: unknown;
}

/** The data that `render(text, env)` is called with; Eleventy gives the whole page's data. */
export interface MarkdownEnv {
  entry: MarkdownEntry;
}

/**
 * `env`, once it is certain that it holds an entry.
 * Throws a TypeError when Markdown is rendered without the page's data.
 */
export function markdownEnv(env: unknown): MarkdownEnv {
  if (!holdsEntry(env)) {
    throw new TypeError("Markdown must be rendered with { entry: { source, language } }");
  }
  return env;
}

function holdsEntry(env: unknown): env is MarkdownEnv {
  if (typeof env !== "object" || env === null || !("entry" in env)) return false;
  const entry = env.entry;
  return typeof entry === "object" && entry !== null && "language" in entry && "source" in entry;
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
    const isChinese = markdownEnv(state.env).entry.language === "zh";
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
