import { posix } from "node:path";
import {
  downloadFolder,
  isDownload,
  languageAt,
  percentDecode,
  privateHost,
} from "../lib/addresses.ts";
import { type Problem, sortProblems } from "../problems/problem.ts";
import { nearestName } from "../problems/suggest.ts";
import { slugify } from "./inline.ts";
import {
  fullWidthCharacter,
  linkKind,
  resolveContentLink,
  type SiteIndex,
  withoutFullWidth,
} from "./link-targets.ts";
import { placeInFile, type TextStart } from "./places.ts";
import type { MarkdownReferences } from "./read.ts";
import { type Fault, fault, type PlacedFault, problemOfFault } from "./rules.ts";
import { checkTelephone } from "./telephone.ts";

/** One Markdown text of a content file: its body, or a short text of its front matter. */
interface MarkdownText extends TextStart {
  /** The content file from the project's root, `content/en/about.md`. */
  path: string;
  /** Whether the page is on the site today: only then must the pages it links to be there too. */
  published: boolean;
  /** In front matter: paragraphs, lists and links only. */
  short: boolean;
  references: MarkdownReferences;
  site: SiteIndex;
}

/** Everything that is wrong in a Markdown text, at its place in the file; sorted by place. */
export function checkMarkdown(text: MarkdownText): Problem[] {
  const { references } = text;
  const found: PlacedFault[] = [
    ...checkHeadings(text),
    ...checkImages(text),
    ...checkFootnotes(text),
    ...references.links.flatMap((link) => {
      const wrong = checkLink(link, text);
      return wrong ? [{ ...wrong, line: link.line, column: link.column }] : [];
    }),
  ];
  return sortProblems(
    found.map((wrong) => problemOfFault(wrong, { path: text.path, ...placeInFile(text, wrong) })),
  );
}

/**
 * What is wrong in the text itself, and with its headings: levels, empty ones, those where none belong.
 * The page's title is the first level. A heading of HTML becomes one of a level that it may have.
 */
function checkHeadings({ references, short }: MarkdownText): PlacedFault[] {
  const { faults, headings } = references;
  const parts = [...faults, ...headings].sort((a, b) => a.line - b.line || a.column - b.column);
  const above: { level: number; given: number }[] = [];
  let before = 1;
  return parts.flatMap((part) => {
    const isHeading = "level" in part;
    const { better = "" } = isHeading || !part.rule.startsWith("html-") ? {} : part.values;
    const level = isHeading ? Math.max(2, part.level) : better.search(/(?<=^#+) /);
    if (!isHeading && level < 0) return part;
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const given = Math.min(level, (above.at(-1)?.given ?? 1) + 1);
    above.push({ level, given });
    if (!isHeading) {
      before = given;
      const right = "#".repeat(given) + better.slice(level);
      return { ...part, values: { ...part.values, better: right } };
    }
    const { line, column, text } = part;
    const wrong = short ? fault("heading-in-short-text", { text }) : wrongLevel(part, before);
    before = level;
    return wrong ? { ...wrong, line, column } : [];
  });
}

function wrongLevel(
  heading: MarkdownReferences["headings"][number],
  before: number,
): Fault | undefined {
  const { level, text, underlined } = heading;
  const marks = "#".repeat(level);
  if (text === "") return fault("heading-empty", { marks: "#".repeat(Math.max(2, level)) });
  if (level === 1) {
    return fault(underlined ? "heading-underlined" : "heading-first-level", { text });
  }
  if (level <= before + 1) return undefined;
  if (before === 1) return fault("heading-first", { text, marks });
  const next = "#".repeat(before + 1);
  return fault("heading-skipped", { text, marks, before: "#".repeat(before), next });
}

/**
 * Where pictures stand. What is wrong with the photograph itself, its path, its record and its alt
 * text, is for the photographs' own check.
 */
function checkImages({ references, short }: MarkdownText): PlacedFault[] {
  return references.images.flatMap(({ written, isBlock, line, column }) => {
    if (isBlock && !short) return [];
    const rule = short ? "picture-in-short-text" : "picture-in-text";
    return [{ ...fault(rule, { written }), line, column }];
  });
}

/** That each note is referred to and each reference has its note; none stand in short texts. */
function checkFootnotes({ references, short }: MarkdownText): PlacedFault[] {
  return references.footnotes.flatMap(({ line, column, fault: own }) => {
    const wrong = short ? fault("footnote-in-short-text", {}) : own;
    return wrong ? [{ ...wrong, line, column }] : [];
  });
}

type Link = MarkdownReferences["links"][number];

/** What is wrong with a link, the gravest thing first; undefined: nothing. */
function checkLink(link: Link, text: MarkdownText): Fault | undefined {
  const { href } = link;
  switch (link.kind) {
    case "empty":
      return fault("link-without-target", { text: link.text });
    case "unsafe": {
      const scheme = href.slice(0, href.indexOf(":") + 1).trim();
      return fault("link-unsafe", { href, scheme });
    }
    case "protocol-relative": {
      const better = `https://${href.trim().replace(/^[/\\]+/, "")}`;
      return web.test(better)
        ? fault("link-two-slashes", { href, better })
        : fault("link-malformed", { href });
    }
    case "fragment":
    case "relative":
    case "site":
      return checkInternalLink(href, text) ?? checkText(link);
    default:
      return checkAddress(link, link.kind, text.site.origin) ?? checkText(link);
  }
}

function checkText({ href, text, hasImage }: Link): Fault | undefined {
  return text === "" && !hasImage ? fault("link-without-text", { href }) : undefined;
}

const mail = /^mailto:[^\s@?]+@[^\s@.?]+(?:\.[^\s@.?]+)+(?:\?\S*)?$/i;
const web = /^https?:\/\/[^\s/?#]+\.[^\s/?#]+\S*$/i;

/** What is wrong with a link that leaves the site, by its form; nothing is fetched. */
function checkAddress(
  { href, text }: Link,
  kind: "external" | "mail" | "telephone",
  origin: string | undefined,
): Fault | undefined {
  if (kind === "telephone") return checkTelephone(href);
  const wide = wideCharacter(href);
  if (wide) return wide;
  if (kind === "mail") return mail.test(href) ? undefined : fault("link-mail-malformed", { href });
  if (!URL.canParse(href)) return fault("link-malformed", { href });
  const url = new URL(href);
  const path = url.pathname + url.search + url.hash;
  // Where the address itself is what is read, a path alone would be no link.
  const better = href.endsWith(text) ? `[words](${path})` : path;
  const host = privateHost(url.hostname);
  if (host !== undefined) return fault("link-own-machine", { href, host, better });
  if (!web.test(href)) return fault("link-malformed", { href });
  if (origin === undefined || siteOf(url) !== siteOf(new URL(origin))) return undefined;
  return fault("link-own-origin", { href, better });
}

function wideCharacter(href: string): Fault | undefined {
  const found = fullWidthCharacter(href);
  if (!found) return undefined;
  const values = { href, character: found.character, better: withoutFullWidth(href) };
  return fault(found.isName ? "link-wide-name" : "link-wide-character", values);
}

/** With and without `www.` is the same site to an editor. */
function siteOf(url: URL): string {
  return url.host.replace(/^www\./, "");
}

/** What is wrong with a link to a page of this site: its page, whether it is out, its heading. */
function checkInternalLink(href: string, text: MarkdownText): Fault | undefined {
  const { site, path } = text;
  const link = resolveContentLink(href, path, site.addressOf);
  // Those for downloading have a check of their own.
  if (link.address !== undefined && isDownload(link.address)) return undefined;
  if (link.address !== undefined && site.knownFiles.has(link.address)) return undefined;
  const entry = link.address === undefined ? undefined : site.entryAt(link.address);
  if (!entry) return noPage(href, text);
  if (text.published && !entry.published) {
    return fault("link-unpublished", { href, source: entry.source });
  }
  const fragment = percentDecode(link.fragment ?? "");
  if (fragment === "" || entry.ids === undefined || entry.ids.has(fragment)) return undefined;
  const slug = slugify(fragment);
  const nearest = entry.ids.has(slug) ? slug : nearestName(fragment, entry.ids);
  if (nearest === undefined) {
    const advice = href.startsWith("#")
      ? "name a heading that the page has, or take the link out and leave its words"
      : `take \`#${fragment}\` out of it, or name a heading that the page has`;
    return fault("link-to-no-heading", { href, advice });
  }
  const better = `${href.slice(0, href.indexOf("#"))}#${nearest}`;
  return fault("link-fragment-misspelt", { href, nearest: better });
}

/** `www.example.org`, `example.org/a`, and `https//example.org`; endings of names that are those of no file. */
const withoutScheme =
  /^(?:https?\/\/(?=\S+\.)|(?=www\.\S+\.)|(?=[\w.-]+\.(?:com|org|net|edu|gov|int|info|eu|uk|cn|hk)(?:[/?#]|$)))(\S+)$/i;

/** Most of what leads to no page was meant to lead somewhere else altogether. */
function noPage(href: string, text: MarkdownText): Fault {
  const path = href.replace(/[?#][\s\S]*$/, "");
  if (href.includes("\\")) {
    return fault("link-backslash", { href, better: href.replaceAll("\\", "/") });
  }
  if (/^[^\s@/]+@[^\s@/.]+\.[^\s@/]+$/.test(href)) return fault("link-no-mailto", { href });
  const address = withoutScheme.exec(href)?.[1];
  if (address !== undefined) {
    return fault("link-no-scheme", { href, better: `https://${address}` });
  }
  const wide = wideCharacter(href);
  if (wide && leadsSomewhere(withoutFullWidth(href), text)) return wide;
  const nearest = suggestLink(href, text);
  if (nearest !== undefined) return fault("link-misspelt", { href, nearest });
  if (/\.(?:pdf|csv|odt|docx?|ics|gpx)$/i.test(path)) {
    const file = `${downloadFolder}/${posix.basename(percentDecode(path))}`;
    const better = posix.relative(posix.dirname(text.path), file);
    return fault("link-to-document", { href, better });
  }
  const isFile = /\.(?!md$|html?$)[a-z0-9]{2,4}$/i.test(path);
  return fault(isFile ? "link-to-file" : "link-to-no-page", { href });
}

function leadsSomewhere(href: string, text: MarkdownText): boolean {
  const isInternal = ["relative", "site", "fragment"].includes(linkKind(href));
  return !isInternal || checkInternalLink(href, text)?.rule !== "link-to-no-page";
}

/**
 * The link that was probably meant by `href`, written in the same way (a path from the file, or an
 * address from the root) and with the same fragment; undefined when nothing is near.
 */
function suggestLink(href: string, { path, site }: MarkdownText): string | undefined {
  const [, written = "", rest = ""] = /^([^?#]*)([\s\S]*)$/.exec(href) ?? [];
  const target = percentDecode(written);
  if (target.startsWith("/")) {
    const address = suggestAddress(target, [...site.addresses, ...site.knownFiles]);
    return address === undefined ? undefined : address + rest;
  }
  const folder = posix.dirname(path);
  const sources = site.addresses.flatMap((address) => site.entryAt(address)?.source ?? []);
  const source = suggestSource(posix.join(folder, target), path, sources);
  return source === undefined ? undefined : posix.relative(folder, source) + rest;
}

/** The same page without `index.html`, without the folder `en`; a like one in its language. */
function suggestAddress(target: string, addresses: readonly string[]): string | undefined {
  const page = target
    .toLowerCase()
    .replace(/(?:\/index)?(?:\.html?|\.md)?\/?$/, "/")
    .replace(/^\/content(?=\/)/, "")
    .replace(/^\/en(?=\/)/, "");
  if (addresses.includes(page)) return page;
  const here = addresses.filter((address) => languageAt(address) === languageAt(page));
  return likePath(page, here);
}

/** The same file with its ending; a like one in the language that is named, or else in this one. */
function suggestSource(
  target: string,
  path: string,
  sources: readonly string[],
): string | undefined {
  const stemOf = (source: string) => source.replace(/(?:\/index)?(?:\.html?|\.md)?\/?$/i, "");
  const stem = stemOf(target).toLowerCase();
  const [, language] = /.*\/(en|zh)(?=\/|$)/.exec(`/${posix.dirname(stem)}`) ?? path.split("/");
  const here = sources.filter((source) => source.startsWith(`content/${language}/`));
  const same = sources.find((source) => stemOf(source) === stem);
  if (same !== undefined) return same;
  const like = likePath(stem, here.map(stemOf));
  return here.find((source) => stemOf(source) === like);
}

/** The path with the same last step, or a like one; beside `wanted` first. The steps before are the same for many. */
function likePath(wanted: string, paths: readonly string[]): string | undefined {
  const name = posix.basename(wanted);
  const nearest = (some: readonly string[]) => {
    const names = some.map((path) => posix.basename(path));
    const meant = names.includes(name) ? name : nearestName(name, names);
    return meant === undefined ? undefined : some[names.indexOf(meant)];
  };
  const beside = paths.filter((path) => posix.dirname(path) === posix.dirname(wanted));
  return nearest(beside) ?? nearest(paths);
}
