import { readFileSync } from "node:fs";
import path from "node:path";
import { transform } from "lightningcss";
import { parseSrcset, type Site, type Tag } from "./site.ts";

/** Where an address leads. */
type Target =
  | { kind: "outside" }
  | { kind: "broken"; why: string }
  | { kind: "file"; file: string; fragment: string };

/**
 * Where `written` leads when it stands in `from` (a file of the site). Addresses of the site's own
 * origin are local, with or without the origin, and must lead to a file and a place that exist.
 */
export function resolveReference(site: Site, from: string, written: string): Target {
  const root = site.origin + site.prefix;
  const base = root + from.split("/").map(encodeURIComponent).join("/");
  if (written.trim() !== written) return broken("has spaces around it");
  if (!URL.canParse(written, base)) return broken("is no address");
  const url = new URL(written, base);
  if (url.protocol === "javascript:") return broken("is a script");
  if (url.origin !== site.origin) return { kind: "outside" };
  if (!url.pathname.startsWith(site.prefix)) return broken(`is not below ${site.prefix}`);

  const name = decoded(url.pathname.slice(site.prefix.length));
  const fragment = decoded(url.hash.slice(1));
  if (name === undefined || fragment === undefined) return broken("has a stray %");
  const file = name === "" || name.endsWith("/") ? `${name}index.html` : name;
  if (!site.files.has(file)) {
    const lacksSlash = site.files.has(`${file}/index.html`);
    return broken(lacksSlash ? "lacks the / at its end" : "leads to no file");
  }
  if (fragment !== "" && !hasPlace(site, file, fragment)) return broken("leads to no id");
  return { kind: "file", file, fragment };
}

function hasPlace(site: Site, file: string, fragment: string): boolean {
  const page = site.pages.find((candidate) => candidate.file === file);
  return page === undefined || page.tags.some(({ attributes }) => attributes.id === fragment);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function broken(why: string): Target {
  return { kind: "broken", why };
}

/** An address in a page, as it is written there. */
interface Reference {
  written: string;
  /** The element and attribute, for messages. */
  where: string;
  /** What follows it: a reader, the browser while it loads the page, or a machine that reads it. */
  use: "link" | "request" | "machine";
}

const attributes = ["href", "xlink:href", "src", "data", "poster", "action", "formaction"];
const requestRelations = /stylesheet|icon|preload|prefetch|preconnect|manifest/;
const cardProperties = /^(og|twitter):(image|url|audio|video)(:url|:secure_url|:src)?$/;

/** Every address in a page: links, pictures, styles, icons, cards and structured data. */
export function pageReferences(tags: readonly Tag[], origin: string): Reference[] {
  return tags.flatMap((tag): Reference[] => {
    const { attributes: own, name, text } = tag;
    const found = (where: string, use: Reference["use"], all: readonly string[]) =>
      all.map((written) => ({ written, where, use }));
    const isCard = name === "meta" && cardProperties.test(own.property ?? own.name ?? "");
    const isData = name === "script" && own.type === "application/ld+json";
    return [
      ...attributes.flatMap((attribute) =>
        found(`<${name} ${attribute}>`, useOf(tag), [own[attribute] ?? []].flat()),
      ),
      ...["srcset", "imagesrcset"].flatMap((attribute) => {
        const candidates = parseSrcset(own[attribute] ?? "").map(({ address }) => address);
        return found(`<${name} ${attribute}>`, "request", candidates);
      }),
      ...found("<meta>", "machine", isCard ? [own.content ?? ""] : []),
      ...found("<style>", "request", name === "style" ? styleReferences(text) : []),
      ...found("JSON-LD", "machine", isData ? textReferences(text, origin) : []),
    ];
  });
}

function useOf({ name, attributes }: Tag): Reference["use"] {
  if (name === "a" || name === "area" || name === "form" || name === "button") return "link";
  if (name !== "link") return "request";
  return requestRelations.test(attributes.rel ?? "") ? "request" : "machine";
}

/** Every address that a file of the site refers to, as written; none for pictures and the like. */
export function fileReferences(site: Site, file: string): string[] {
  const page = site.pages.find((candidate) => candidate.file === file);
  if (page) return pageReferences(page.tags, site.origin).map(({ written }) => written);
  const text = (): string => readFileSync(path.join(site.folder, file), "utf8");
  switch (path.extname(file)) {
    case ".css":
      return styleReferences(text());
    case ".webmanifest":
      return manifestReferences(text());
    case ".xml":
      return [...xmlStyles(text()), ...textReferences(text(), site.origin)];
    case ".json":
    case ".xsl":
    case ".atom":
    case ".txt":
      return textReferences(text(), site.origin);
    default:
      return [];
  }
}

/** The stylesheets that an XML file names, https://www.w3.org/TR/xml-stylesheet/ */
function xmlStyles(text: string): string[] {
  return [...text.matchAll(/<\?xml-stylesheet [^>]*\bhref="([^"]*)"/g)].map(
    ([, href = ""]) => href,
  );
}

/** The members of a web application manifest that are addresses. */
function manifestReferences(text: string): string[] {
  const found: string[] = [];
  JSON.parse(text, (key, value: unknown) => {
    if (/^(src|start_url|url)$/.test(key) && typeof value === "string") found.push(value);
    return value;
  });
  return found;
}

/** The addresses that a stylesheet asks for. Throws where it is no CSS. */
function styleReferences(css: string): string[] {
  const code = new TextEncoder().encode(css);
  const { dependencies } = transform({ filename: "style.css", code, analyzeDependencies: true });
  return (dependencies ?? []).flatMap((found) => ("url" in found ? [found.url] : []));
}

/**
 * The site's own absolute addresses in the text of a file for machines: JSON-LD, a feed, a sitemap,
 * `robots.txt`. Without fragments: structured data names things by addresses such as
 * `https://…/#organisation`, which are no places in a page.
 */
function textReferences(text: string, origin: string): string[] {
  const own = text.matchAll(/https?:\/\/[^\s"'<>\\)]+/g);
  return [...own]
    .map(([address]) => address.replaceAll("&amp;", "&").replace(/#.*$/, ""))
    .filter((address) => address === origin || address.startsWith(`${origin}/`));
}

/** The files that can be reached from `roots` by way of the addresses that `references` finds. */
export function reachableFiles(
  site: Site,
  roots: readonly string[],
  references: (file: string) => readonly string[],
): Set<string> {
  const reached = new Set(roots);
  // A set yields what is added to it on the way.
  for (const file of reached) {
    for (const written of references(file)) {
      const target = resolveReference(site, file, written);
      if (target.kind === "file") reached.add(target.file);
    }
  }
  return reached;
}
