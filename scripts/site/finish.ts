import { Parser } from "htmlparser2";
import { sha256 } from "../lib/files.ts";
import { spaced } from "./spacing.ts";

/** The stylesheets of pages. */
export interface Styles {
  welcome: string;
  other: string;
}

/** How pages are finished. */
export interface Finish {
  /** Names that stay on one line wherever they stand. */
  names: readonly string[];
  styles: Styles;
  /** The characters of the Chinese heading font. */
  glyphs: string;
  /** The preview shows the same documents with their white space: the minifier takes half of a large build. */
  minified: boolean;
}

/** A page as it is published. */
export interface FinishedPage {
  bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the bytes. */
  hash: string;
  outline: PageOutline;
}

/**
 * Chooses the face of a page's headings, minifies it, where that is wanted, spaces its words, reads what
 * the checks of the whole site need to know of it, and puts its styles in.
 *
 * @throws what the minifier throws at markup that it cannot parse
 */
export async function finishPage(
  html: string,
  { names, styles, glyphs, minified }: Finish,
): Promise<FinishedPage> {
  const faced = withHeadingFace(html, glyphs);
  const finished = spaced(minified ? await minify(faced) : faced, names);
  // Bytes of their own, which a thread can give away: a `Buffer` may share its with others.
  const bytes = new TextEncoder().encode(withStyles(finished, styles));
  return { bytes, hash: sha256(bytes), outline: pageOutline(finished) };
}

/**
 * Has a Chinese page set its headings in the system's serif, all of them, where one has a character that
 * the heading font lacks: two serifs on a page look like a mistake.
 */
function withHeadingFace(html: string, glyphs: string): string {
  if (!html.includes('<html lang="zh')) return html;
  let text = "";
  const parser = new Parser({
    ontext(part) {
      text += part;
    },
  });
  parser.end((html.match(/<h[123]\b.*?<\/h[123]>/gs) ?? []).join(""));
  const drawn = new Set(glyphs);
  if ([...text.replace(/\s/g, "")].every((character) => drawn.has(character))) return html;
  return html.replace("<main ", '<main class="system-serif" ');
}

const stylesPlace = "<style></style>";

/**
 * Puts the stylesheet of its kind into the empty `<style>` that the layouts leave for it; pages without
 * one, such as redirects, stay as they are. Until then a page does without its styles, which are longer
 * than itself: neither the minifier nor the outline has to read them.
 */
function withStyles(html: string, { welcome, other }: Styles): string {
  const at = html.indexOf(stylesPlace);
  if (at === -1) return html;
  const inside = at + "<style>".length;
  const styles = /<body class="?page-welcome\b/.test(html) ? welcome : other;
  return html.slice(0, inside) + styles + html.slice(inside);
}

/**
 * Minifies one page. Whoever parses the result gets the same document as before, white space
 * between words apart. CSS and JavaScript are left as they are: they arrive minified, and their
 * hashes are in the security policy.
 *
 * @throws what html-minifier-terser throws at markup it cannot parse
 */
export async function minify(html: string): Promise<string> {
  minifier ??= import("html-minifier-terser");
  const { minify: terser } = await minifier;
  return terser(html, {
    collapseWhitespace: true,
    // Without this, the spaces around <picture>, <cite> and <data> are lost.
    conservativeCollapse: true,
    removeComments: true,
    removeAttributeQuotes: true,
    minifyCSS: false,
    minifyJS: false,
  });
}

/** Takes longer to load than to minify this site, and each import of it asks Node where it is. */
let minifier: Promise<typeof import("html-minifier-terser")> | undefined;

/** What the checks of a finished page need to know of it. */
export interface PageOutline {
  /** Every `id`, in order, repeats included. */
  ids: string[];
  /** Every address in an attribute: links, pictures, stylesheets, icons, cards. */
  references: string[];
  /** See {@link dataAddresses}. */
  inData: string[];
}

const addressAttributes = ["href", "src", "action", "poster", "data"];
const cardAddress = /^(?:og|twitter):(?:image|url)$/;

/**
 * Reads one page, once, without building a tree: it runs over every page of every build.
 *
 * @throws SyntaxError at structured data that is no JSON
 */
export function pageOutline(html: string): PageOutline {
  const outline: PageOutline = { ids: [], references: [], inData: [] };
  let data: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      data = name === "script" && attributes.type === "application/ld+json" ? "" : undefined;
      const { property = attributes.name ?? "", content } = attributes;
      if (name === "meta" && content !== undefined && cardAddress.test(property)) {
        outline.references.push(content);
      }
      if (attributes.id !== undefined) outline.ids.push(attributes.id);
      for (const name of addressAttributes) {
        const value = attributes[name];
        if (value !== undefined) outline.references.push(value);
      }
      if (attributes.srcset !== undefined)
        outline.references.push(...addressesOf(attributes.srcset));
    },
    ontext(text) {
      if (data !== undefined) data += text;
    },
    onclosetag() {
      if (data !== undefined) outline.inData.push(...dataAddresses(data));
      data = undefined;
    },
  });
  parser.end(html);
  return outline;
}

function addressesOf(srcset: string): string[] {
  return srcset.split(",").map((candidate) => candidate.trim().split(/\s+/)[0] ?? "");
}

/** Members and fields that lead somewhere, without an origin too. */
export const leadingMembers = ["src", "start_url", "url", "id"];

/**
 * What may be addresses in structured data (JSON-LD), each once: only what fills a whole value is one,
 * in the words of an article an address is a text.
 *
 * @throws SyntaxError if it is no JSON
 */
function dataAddresses(json: string): string[] {
  const found = new Set<string>();
  JSON.parse(json, (member, value: unknown) => {
    if (typeof value !== "string") return value;
    if (/^https?:\/\/\S+$/.test(value)) found.add(value);
    else if (value.startsWith("/") && leadingMembers.includes(member)) found.add(value);
    return value;
  });
  return [...found];
}
