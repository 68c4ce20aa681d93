import { fileReferences } from "../site/file-references.ts";
import { pageReferences } from "../site/page-references.ts";
import type { Site } from "../site/read-site.ts";
import { resolveReference } from "../site/resolve-reference.ts";
import { onEachPage } from "./on-each-page.ts";

/** Every local address in pages, stylesheets and files for machines leads to a file and a place. */
export function referencesResolve(site: Site): string[] {
  const inPages = onEachPage(site, (page) => {
    const references = pageReferences(page.tags, site.origin);
    const broken = references.flatMap(({ written, where }) => {
      const target = resolveReference(site, page.file, written);
      return target.kind === "broken" ? [`${where} "${written}" ${target.why}`] : [];
    });
    // A host sends this page for addresses of any depth.
    const relative = page.file.endsWith("404.html")
      ? references.filter(({ written }) => !/^(\/|#|[a-z]+:)/.test(written))
      : [];
    return [
      ...broken,
      ...relative.map(({ where, written }) => `${where} "${written}" is relative`),
    ];
  });
  const others = [...site.files].filter((file) => !file.endsWith(".html"));
  const inOthers = others.flatMap((file) =>
    fileReferences(site, file).flatMap((written) => {
      const target = resolveReference(site, file, written);
      return target.kind === "broken" ? [`${file}  "${written}" ${target.why}`] : [];
    }),
  );
  return [...inPages, ...inOthers];
}
