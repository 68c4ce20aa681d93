/** A page made from a content file, drafts included. */
export interface SiteEntry {
  /** The content file, `content/en/about.md`. */
  source: string;
  /** On the site today: neither a draft nor dated in the future. */
  published: boolean;
  /** Every id of the page that a link may name, without `#`; undefined where it cannot be read. */
  ids: ReadonlySet<string> | undefined;
}

/** What the check of links must know of the whole site. Addresses are from the root, without base path. */
export interface SiteIndex {
  /** `https://www.l-s-p.org.uk`; undefined where the facts have an error. */
  origin: string | undefined;
  /** The address of a content file, drafts included. */
  addressOf: (contentPath: string) => string | undefined;
  entryAt: (address: string) => SiteEntry | undefined;
  /** Every address that `entryAt` knows, for "did you mean". */
  addresses: readonly string[];
  /** Other addresses that may be linked to: `/news/page/2/`. */
  knownFiles: ReadonlySet<string>;
}
