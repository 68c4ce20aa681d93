import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { type DefaultTreeAdapterTypes, parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { listFiles } from "./files.ts";

/** An element, with what the rules ask of it. */
export interface Tag {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Outermost first. */
  ancestors: readonly Tag[];
  /** Its text and that of everything in it. */
  text: string;
}

/** A page as a browser's parser sees it, flat and in document order. */
export interface ParsedPage {
  tags: Tag[];
  /** Runs of text, each in its innermost element. */
  texts: { value: string; parent: Tag }[];
}

/**
 * Parses a whole document by the rules of the HTML standard, as a browser without scripts does;
 * like a browser, it never throws.
 */
export function parsePage(html: string): ParsedPage {
  const page: ParsedPage = { tags: [], texts: [] };
  for (const child of parse(html, { scriptingEnabled: false }).childNodes) walk(child, [], page);
  return page;
}

function walk(node: DefaultTreeAdapterTypes.ChildNode, ancestors: Tag[], page: ParsedPage): void {
  if ("value" in node) {
    const parent = ancestors.at(-1);
    if (parent) page.texts.push({ value: node.value, parent });
    for (const ancestor of ancestors) ancestor.text += node.value;
  } else if ("tagName" in node) {
    const attributes = Object.fromEntries(
      node.attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]),
    );
    const tag: Tag = { name: node.tagName, attributes, ancestors, text: "" };
    page.tags.push(tag);
    const children = "content" in node ? node.content.childNodes : node.childNodes;
    for (const child of children) walk(child, [...ancestors, tag], page);
  }
}

/** A page of the site, read and parsed. */
export interface Page extends ParsedPage {
  /** The file, relative to the site's folder. */
  file: string;
  /** From the site's root and without the prefix: `/about/`, `/404.html`. */
  address: string;
  html: string;
  language: "en" | "zh";
}

/** The built site. */
export interface Site {
  folder: string;
  /** `https://…` without a trailing slash. */
  origin: string;
  /** Where the host serves it: begins and ends with `/`. */
  prefix: string;
  /** Every file, relative to the folder, with forward slashes. */
  files: ReadonlySet<string>;
  pages: readonly Page[];
  /** What stands at old addresses and only leads on. */
  redirects: readonly Page[];
}

/** The page of `site` at `address`; fails where there is none. */
export function pageAt(site: Site, address: string): Page {
  const page = site.pages.find((candidate) => candidate.address === address);
  assert.ok(page, `${address} is no page`);
  return page;
}

/** Reads every page of a built site. Throws where there is none. */
export async function readSite(folder: string, origin: string, prefix: string): Promise<Site> {
  const files = existsSync(folder) ? await listFiles(folder) : [];
  const names = files.filter((file) => file.endsWith(".html"));
  if (names.length === 0) throw new Error(`no page in ${folder}: run \`npm run build\``);
  const all = await Promise.all(
    names.map(async (file): Promise<Page> => {
      const html = await readFile(path.join(folder, file), "utf8");
      const address = `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
      const language = address.startsWith("/zh/") ? "zh" : "en";
      return { file, address, html, language, ...parsePage(html) };
    }),
  );
  const pages = all.filter((page) => !leadsOn(page));
  const redirects = all.filter(leadsOn);
  return { folder, origin, prefix, files: new Set(files), pages, redirects };
}

function leadsOn({ tags }: Page): boolean {
  return tags.some(({ attributes }) => attributes["http-equiv"] === "refresh");
}

/** A site of pages that no build has made, from their HTML by address. */
export function siteOfPages(pages: ReadonlyMap<string, string>): Site {
  return {
    folder: "",
    origin: "https://www.example.org",
    prefix: "/",
    files: new Set(),
    redirects: [],
    pages: [...pages].map(([address, html]) => {
      return { file: address.slice(1), address, html, language: "en", ...parsePage(html) };
    }),
  };
}

/** More than these are one fault in a template, and nobody reads them all. */
const limit = 100;

/** Fails with every fault on a line of its own, so that one run shows all of them. */
export function assertNoFaults(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const more = faults.length > limit ? [`and ${faults.length - limit} more`] : [];
  assert.fail([`${faults.length} faults:`, ...faults.slice(0, limit), ...more].join("\n"));
}

/** The faults that `rule` finds on each page, each with the page's address before it. */
export function onEachPage(site: Site, rule: (page: Page) => readonly string[]): string[] {
  return site.pages.flatMap((page) => rule(page).map((fault) => `${page.address}  ${fault}`));
}

/** One candidate of a `srcset`. */
interface Candidate {
  address: string;
  /** As written, such as `640w` or `2x`; empty where there is none. */
  descriptor: string;
}

/** The candidates of a `srcset`, whose addresses hold no comma and no space. */
export function parseSrcset(srcset: string): Candidate[] {
  return srcset
    .split(",")
    .map((candidate) => candidate.trim())
    .filter((candidate) => candidate !== "")
    .map((candidate) => {
      const [address = "", descriptor = ""] = candidate.split(/\s+/);
      return { address, descriptor };
    });
}

/** An `img` of a page, with its alternatives. */
interface PageImage {
  attributes: Readonly<Record<string, string>>;
  /** Its own file and every alternative that a browser may take instead. */
  candidates: ImageCandidate[];
}

/** A file that a browser may show for an `img`. */
interface ImageCandidate {
  /** As written in the page. */
  address: string;
  /** Such as `640w`; empty where there is none. */
  descriptor: string;
  /** The media type that its `source` promises; undefined for those of the `img` itself. */
  type: string | undefined;
  /** The box that is kept free for it. */
  width: number;
  height: number;
}

/** The images of a page, in document order. */
export function pageImages({ tags }: Page): PageImage[] {
  return tags
    .filter(({ name }) => name === "img")
    .map(({ attributes, ancestors }) => {
      const picture = ancestors.at(-1);
      const sources = tags.filter(
        (tag) =>
          tag.name === "source" && picture?.name === "picture" && tag.ancestors.at(-1) === picture,
      );
      const own = [{ address: attributes.src ?? "", descriptor: "" }];
      const alternatives = [attributes, ...sources.map((source) => source.attributes)].flatMap(
        ({ srcset = "", type, width, height }) =>
          parseSrcset(srcset).map((candidate) => ({
            ...candidate,
            type,
            width: Number(width ?? attributes.width),
            height: Number(height ?? attributes.height),
          })),
      );
      const box = { width: Number(attributes.width), height: Number(attributes.height) };
      const candidates = [
        ...own.map((candidate) => ({ ...candidate, type: undefined, ...box })),
        ...alternatives,
      ];
      return { attributes, candidates };
    });
}

/** What every built site keeps, by its name; each gives what is against it, or fails by an assertion. */
export type SiteRules = Readonly<Record<string, (site: Site) => Faults | Promise<Faults>>>;

type Faults = readonly string[] | undefined;

/** Elements at whose edges white space is never seen, so a text there may lose it. */
const blocks =
  /^(?:html|head|body|main|header|footer|nav|section|article|div|p|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|figure|figcaption|blockquote|address|pre|title|meta|link|style|form|fieldset|br|source)$/;

/**
 * A page's document as text: elements, attributes by name, and words, with each run of white space
 * as one blank and none at the edges of blocks. Two pages with the same tree read the same.
 */
export function normalTree(html: string): string {
  const lines: string[] = [];
  walkTree(parse(html), 0, false, lines);
  return lines.join("\n");
}

function walkTree(node: Tree.Node, depth: number, preformatted: boolean, lines: string[]): void {
  const indent = " ".repeat(depth);
  if ("value" in node && node.nodeName === "#text") {
    const text = preformatted
      ? node.value
      : atEdges(node, node.value.replace(/[ \t\n\r\f]+/g, " "));
    if (text !== "") lines.push(`${indent}“${text}”`);
    return;
  }
  if ("tagName" in node) {
    const attributes = node.attrs
      .map(({ name, value }) => `${name}=${normalValue(name, value)}`)
      .sort();
    lines.push(`${indent}<${[node.tagName, ...attributes].join(" ")}>`);
  }
  if ("childNodes" in node) {
    const inside = preformatted || node.nodeName === "pre" || node.nodeName === "textarea";
    for (const child of node.childNodes) walkTree(child, depth + 1, inside, lines);
  }
}

function normalValue(name: string, value: string): string {
  return name === "class" || name === "srcset" || name === "sizes" || name === "content"
    ? value.replace(/\s+/g, " ").trim()
    : value;
}

function atEdges(node: Tree.TextNode, text: string): string {
  const parent = node.parentNode;
  if (!parent) return text;
  const place = parent.childNodes.indexOf(node);
  const before = parent.childNodes[place - 1];
  const after = parent.childNodes[place + 1];
  let result = text;
  if (before ? blocks.test(before.nodeName) : blocks.test(parent.nodeName))
    result = result.trimStart();
  if (after ? blocks.test(after.nodeName) : blocks.test(parent.nodeName)) result = result.trimEnd();
  return result;
}
