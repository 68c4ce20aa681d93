import { posix } from "node:path";
import { percentDecode } from "./percent-decode.ts";

/** The address (from the site's root, without base path) of a content file; undefined: no such page. */
export type AddressOf = (contentPath: string) => string | undefined;

/** A link target taken apart. */
export interface ContentLink {
  /** The content file that a relative link names, from the project's root. */
  contentPath: string | undefined;
  /** The address from the site's root, without base path, query and fragment. */
  address: string | undefined;
  /** `?…` as written, or empty. */
  query: string;
  /** What stands behind `#`, as written; undefined without `#`. */
  fragment: string | undefined;
}

/**
 * Where an internal link leads: `href` as written (`../about.md#river`, `/about/`, `#river`) in the
 * file `source` (`content/en/news/index.md`). `address` is undefined when `addressOf` knows no such
 * file; an address written from the root is returned as it is.
 */
export function resolveContentLink(
  href: string,
  source: string,
  addressOf: AddressOf,
): ContentLink {
  const [, written = "", query = "", hash] = /^([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/.exec(href) ?? [];
  const fragment = hash?.slice(1);
  const path = percentDecode(written);
  if (path.startsWith("/")) return { contentPath: undefined, address: path, query, fragment };
  const contentPath = path === "" ? source : posix.join(posix.dirname(source), path);
  return { contentPath, address: addressOf(contentPath), query, fragment };
}
