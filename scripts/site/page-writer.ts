import { withStyles } from "../html/with-styles.ts";
import { sha256 } from "../lib/files.ts";
import type { RenderedPage } from "./render.ts";
import type { SiteFile } from "./site-file.ts";

/** A function that puts a page together with the styles that all pages carry. */
export function pageWriter(styles: string): (page: RenderedPage) => SiteFile {
  const stylesHash = sha256(styles);
  return ({ hash, html }) => ({
    id: `${hash} ${stylesHash}`,
    bytes: () => Buffer.from(withStyles(html(), styles)),
  });
}
