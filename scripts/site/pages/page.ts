/** One page to render: what Eleventy is given. */
export interface Page {
  /** Where its Markdown came from; further pages of a list have a name of their own. */
  template: string;
  /** Path below `_site/`. */
  output: string;
  /** Markdown. */
  body: string;
  /** Below `templates/`. */
  layout: string;
  /** What the layout reads, by name. */
  data: Record<string, unknown>;
}
