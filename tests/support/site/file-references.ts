import { readFileSync } from "node:fs";
import path from "node:path";
import { pageReferences } from "./page-references.ts";
import type { Site } from "./read-site.ts";
import { styleReferences } from "./style-references.ts";
import { textReferences } from "./text-references.ts";

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
