import type { Header, HeaderRule } from "./header-rules.ts";

/** A site as its host has to serve it: what every writer for a host is told. */
export interface ServedSite {
  /** Where the host serves it: begins and ends with `/`. */
  prefix: string;
  /** Headers of every answer. */
  everywhere: readonly Header[];
  /** Headers of some; no two rules are about the same file. */
  rules: readonly HeaderRule[];
  /** Old addresses, from the site's root. */
  redirects: readonly { from: string; to: string }[];
}
