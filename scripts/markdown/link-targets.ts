import { posix } from "node:path";
import { downloadAddress, downloadFolder, percentDecode } from "../lib/addresses.ts";

/** What the target of a link is, by its form alone. */
type LinkKind =
  /** `[text]()`, `[text](#)` */
  | "empty"
  /** `#heading`, on the same page */
  | "fragment"
  /** `../about.md`, from the Markdown file */
  | "relative"
  /** `/about/`, from the site's root */
  | "site"
  /** `https://…` and `http://…` */
  | "external"
  | "mail"
  | "telephone"
  /** `//example.org`: an address whose scheme depends on the page */
  | "protocol-relative"
  /** `javascript:`, `data:`, `file:` and every other scheme */
  | "unsafe";

const schemes = new Map<string, LinkKind>([
  ["http", "external"],
  ["https", "external"],
  ["mailto", "mail"],
  ["tel", "telephone"],
]);

/** The kind of the link target `href`, as written in Markdown. */
export function linkKind(href: string): LinkKind {
  // Browsers pass over white space and control characters: "java\tscript:" runs.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const target = href.replaceAll(/[\u0000-\u0020\u007F-\u009F]/g, "");
  if (target === "" || target === "#") return "empty";
  if (/^[/\\]{2}/.test(target)) return "protocol-relative";
  if (target.startsWith("#")) return "fragment";
  if (target.startsWith("/")) return "site";
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target)?.[1];
  if (scheme === undefined) return "relative";
  return schemes.get(scheme.toLowerCase()) ?? "unsafe";
}

/** A link target taken apart. */
interface ContentLink {
  /** The address from the site's root, without base path, query and fragment. */
  address: string | undefined;
  /** `?…` as written, or empty. */
  query: string;
  /** What stands behind `#`, as written; undefined without `#`. */
  fragment: string | undefined;
}

/**
 * Where an internal link leads: `href` as written (`../about.md#river`, `/about/`, `#river`) in the
 * file `source` (`content/en/news/index.md`). `address` is undefined when `addressOf` (the address
 * of a content file, from the site's root, without base path) knows no such file; an address
 * written from the root is returned as it is. Of a file for downloading it is not looked whether it is there.
 */
export function resolveContentLink(
  href: string,
  source: string,
  addressOf: SiteIndex["addressOf"] = () => undefined,
): ContentLink {
  const [, written = "", query = "", hash] = /^([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/.exec(href) ?? [];
  const fragment = hash?.slice(1);
  const path = percentDecode(written);
  if (path.startsWith("/")) return { address: path, query, fragment };
  const contentPath = path === "" ? source : posix.join(posix.dirname(source), path);
  if (contentPath.startsWith(`${downloadFolder}/`)) {
    return { address: downloadAddress(contentPath), query, fragment };
  }
  return { address: addressOf(contentPath), query, fragment };
}

const fullWidth = /[！-～。\u3000]/;
/** An address of another site: up to what parts its host from the path, and the rest. */
const ofOtherSite = /^(https?[:：][/／]{2}[^/／?？#＃]*[/／?？#＃]?)(.*)$/is;

/**
 * The first full-width character of a Chinese keyboard in an address, and whether it stands in what
 * another site calls its pages: there it may be meant.
 */
export function fullWidthCharacter(
  href: string,
): { character: string; isName: boolean } | undefined {
  const character = fullWidth.exec(href)?.[0];
  if (character === undefined) return undefined;
  const host = ofOtherSite.exec(href)?.[1] ?? href;
  return { character, isName: !fullWidth.test(host) };
}

/**
 * The address with ASCII in place of full-width characters. In the names that another site gives to
 * its pages they are percent-encoded, for they are a part of the name.
 */
export function withoutFullWidth(href: string): string {
  const [, host = href, names = ""] = ofOtherSite.exec(href) ?? [];
  // Whoever typed // or a dot as full-width did so throughout.
  const meant = fullWidth.test(host) ? /[，！（）：；。\u3000]/g : /[！-～。\u3000]/g;
  return toAscii(host) + toAscii(names.replaceAll(meant, encodeURIComponent));
}

function toAscii(text: string): string {
  return text
    .replaceAll(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll("。", ".")
    .replaceAll("\u3000", "");
}

/** A page made from a content file, drafts included. */
interface SiteEntry {
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
