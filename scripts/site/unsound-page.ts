/** Thrown when a finished page is not HTML that can be minified. */
export class UnsoundPage extends Error {
  /** The page's `template`, see `Page`. */
  readonly template: string;

  /** @param reason what the minifier said */
  constructor(template: string, reason: string) {
    super(reason);
    this.template = template;
  }
}
