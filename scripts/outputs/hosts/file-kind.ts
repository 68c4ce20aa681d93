import { controlFiles } from "../../lib/control-files.ts";

/** Files that hosts treat alike. */
export type FileKind =
  | "control"
  | "search page"
  | "page"
  | "search part"
  | "search program"
  | "picture"
  | "asset"
  | "feed"
  | "manifest"
  | "contact card"
  | "well-known";

/** The first that fits is the kind of a file; the last fits all that the others leave. */
const kinds: readonly (readonly [kind: FileKind, path: RegExp])[] = [
  ["search page", /^(?:zh\/)?search\/index\.html$/],
  ["page", /\.html$/],
  // Pagefind writes a hash into the names of what grows with the site, and into no other.
  ["search part", /^pagefind\/.*_[0-9a-f]{7,}\.pf_\w+$/],
  ["search program", /^pagefind\//],
  ["picture", /\.[0-9a-f]{10}\.(?:avif|webp|jpg|png|svg)$/],
  ["asset", /\.[0-9a-f]{10}\.\w+$/],
  ["feed", /(?:^|\/)feed\.(?:xml|json)$/],
  ["manifest", /\.webmanifest$/],
  ["contact card", /\.vcf$/],
  // Asked for by a name that the world knows: robots.txt, icons, security.txt, build.json.
  ["well-known", /(?:)/],
];

/** What a file of the site is to hosts, by its path below `_site/`. */
export function fileKind(path: string): FileKind {
  if (controlFiles.includes(path)) return "control";
  return kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? "well-known";
}
