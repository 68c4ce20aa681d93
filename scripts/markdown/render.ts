import markdownIt from "markdown-it";
import type { Film } from "./films.ts";
import { linkKind } from "./link-targets.ts";

/** A photograph as the editor wrote it. */
interface PhotographUse {
  /** The path as written, from the Markdown file: `../../assets/photos/huangpu-river.jpg`. */
  written: string;
  /** Alt text, empty when none is written. */
  alt: string;
  /** The first photograph of the page, the one to load at once. */
  first: boolean;
  /** Beside another one, and so half as wide. */
  inPair: boolean;
  /** What stands below it here, in place of the record's caption. */
  caption?: string | undefined;
  /** What the picture leads to: as written in a {@link Hole}, the address for whom it is shown to. */
  link?: string | undefined;
  /** What it is a still of. */
  film?: Film | undefined;
}

/** What HTML leaves open, because it is not the same wherever the text is shown. */
export type Hole =
  /** The target of a link as written. */
  | { link: string }
  /** What follows the words of a link, by its target as written. */
  | { afterLink: string }
  | { photograph: PhotographUse }
  /** Words of the interface, by their path: `footnotes.back`. */
  | { label: string; values?: Readonly<Record<string, string>> };

/** The HTML of a Markdown text in parts, which is plain data; {@link fillHtml} puts it together. */
export type HtmlText = readonly (string | Hole)[];

/** What fills the holes of one page. */
interface MarkdownHooks {
  /** The address of a link's target as written. */
  resolveLink: (href: string) => string;
  /** What follows the words of a link: kind and size of a file, of others nothing. */
  afterLink: (href: string) => string;
  /** The HTML of a photograph: a block, such as `<figure>`. */
  renderPhotograph: (use: PhotographUse) => string;
  /** Words of the interface in the page's language. */
  label: (path: string, values: Readonly<Record<string, string>>) => string;
}

const { normalizeLink, utils } = new markdownIt();

/** The HTML of a text where it is shown. */
export function fillHtml(text: HtmlText, hooks: MarkdownHooks): string {
  // What could run a program leads nowhere, even where nobody has checked the text.
  const addressOf = (href: string) =>
    linkKind(href) === "unsafe" ? "" : normalizeLink(hooks.resolveLink(href));
  const parts = text.map((part) => {
    if (typeof part === "string") return part;
    if ("link" in part) return utils.escapeHtml(addressOf(part.link));
    if ("afterLink" in part) return utils.escapeHtml(hooks.afterLink(part.afterLink));
    if ("label" in part) return utils.escapeHtml(hooks.label(part.label, part.values ?? {}));
    const { link, ...use } = part.photograph;
    return hooks.renderPhotograph({ ...use, link: link && addressOf(link) });
  });
  return parts.join("");
}
