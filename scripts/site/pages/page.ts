import type { Listing } from "./listing.ts";

/** One page to render: what Eleventy is given. */
export interface Page {
  /** The content file it shows. */
  source: string;
  /** Its name for Eleventy: that file's, or for further pages of a list one of their own. */
  template: string;
  /** Path below `_site/`. */
  output: string;
  /** Markdown. */
  body: string;
  /** Below `templates/`. */
  layout: string;
  /** Undefined for what stands at an old address and only leads on. */
  listing: Listing | undefined;
  /** What the layout reads, by name. */
  data: Record<string, unknown>;
}
