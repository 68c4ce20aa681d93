import { fileReferences } from "../site/file-references.ts";
import { pageReferences } from "../site/page-references.ts";
import type { Site } from "../site/read-site.ts";
import { onEachPage } from "./on-each-page.ts";

/** No page makes the browser ask another site for anything. */
export function ownOrigin(site: Site): string[] {
  const isForeign = (written: string): boolean => /^([a-z]+:)?\/\//i.test(written);
  const inPages = onEachPage(site, ({ tags }) =>
    pageReferences(tags, site.origin)
      .filter(({ use, written }) => use === "request" && isForeign(written))
      .map(({ where, written }) => `${where} asks for ${written}`),
  );
  const styles = [...site.files].filter((file) => file.endsWith(".css"));
  const inStyles = styles.flatMap((file) =>
    fileReferences(site, file)
      .filter(isForeign)
      .map((written) => `${file}  asks for ${written}`),
  );
  return [...inPages, ...inStyles];
}
