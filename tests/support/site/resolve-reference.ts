import type { Site } from "./read-site.ts";

/** Where an address leads. */
export type Target =
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
