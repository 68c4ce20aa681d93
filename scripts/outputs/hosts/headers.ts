import { addressOfFile, controlFiles, withPrefix } from "../../lib/addresses.ts";
import { compareCodeUnits, groupBy } from "../../lib/lists.ts";
import { headerPolicies, permissionsPolicy } from "./policies.ts";
import { speculationRules } from "./speculation.ts";

/** One header of the site's answers. */
export interface HeaderRow {
  header: string;
  value: string;
  /** Which files have it; "all" is every answer, whatever the address. */
  on: "all" | readonly FileKind[];
  /** Why it is there, and why with this value. */
  why: string;
}

/**
 * Every header that hosts are told to send. A header that depends on the kind of a file never stands
 * on "all": some hosts join what two rules say, others override.
 *
 * There is no `Integrity-Policy`: under `blocked-destinations=(script)` Chromium 156, Firefox 153 and
 * WebKit 2.50 (Safari 26) stop Pagefind's own script, since `import()` says no hash. With a link that
 * preloads that module and says it, the first two search again, and WebKit does not. An import map has to
 * be allowed by its hash, and beside a hash no `'inline-speculation-rules'` is heeded
 * (https://github.com/WICG/nav-speculation/pull/268). The script that the search page names carries its
 * `integrity`.
 *
 * @param styles the stylesheets of which each page carries one, byte for byte
 * @param prefix where the host serves the site: begins and ends with `/`
 */
export function headerTable(styles: readonly string[], prefix: string): HeaderRow[] {
  const policies = headerPolicies(styles);
  return [
    {
      header: "Strict-Transport-Security",
      value: "max-age=63072000",
      on: "all",
      why: "Two years of HTTPS only. Not includeSubDomains: the names beside it are not this site's.",
    },
    {
      header: "X-Content-Type-Options",
      value: "nosniff",
      on: "all",
      why: "A file is what its Content-Type says, and no script that only looks like one is run.",
    },
    {
      header: "X-Frame-Options",
      value: "DENY",
      on: "all",
      why: "No framing at addresses that do not exist either: there hosts send no policy of a page.",
    },
    {
      header: "Referrer-Policy",
      value: "strict-origin-when-cross-origin",
      on: "all",
      why: "Partners see that a visitor came from here, and not from which page.",
    },
    {
      header: "Permissions-Policy",
      value: permissionsPolicy,
      on: ["page", "search page", "feed"],
      why: "The site uses no such feature, so nothing that gets into it can. Long, and of no meaning but for documents.",
    },
    {
      header: "Cross-Origin-Opener-Policy",
      value: "same-origin",
      on: "all",
      why: "A page that opens one of ours gets no hold of its window.",
    },
    {
      header: "Content-Security-Policy",
      value: policies.page,
      on: ["page"],
      why: "A page loads pictures, fonts and the manifest from here, has its one style, runs no script.",
    },
    {
      header: "Content-Security-Policy",
      value: policies.search,
      on: ["search page"],
      why: "The one page with scripts: its own, which ask for the index and start the worker.",
    },
    {
      header: "Content-Security-Policy",
      value: policies.feed,
      on: ["feed"],
      why: "Browsers show a feed as a page, with its stylesheet and pictures.",
    },
    {
      header: "Content-Security-Policy",
      value: policies.pagefind,
      on: ["search program"],
      why: "The search's worker may run WebAssembly; the page that starts it may not.",
    },
    {
      header: "Content-Security-Policy",
      value: policies.download,
      on: ["download"],
      why: "It is saved and not shown; a browser that shows it after all lets it do nothing.",
    },
    {
      header: "Content-Security-Policy",
      value: policies.document,
      on: ["document"],
      why: "A PDF is shown by the browser, and loads nothing.",
    },
    {
      header: "Content-Disposition",
      value: "attachment",
      on: ["download"],
      why: "A browser has no better use for a table or a text to be filled in than to save it.",
    },
    {
      header: "Speculation-Rules",
      value: `"${prefix}${speculationRules(prefix).file}"`,
      on: ["page", "search page"],
      why: "A browser may fetch a page of this site when its link is about to be followed.",
    },
    {
      header: "Cross-Origin-Resource-Policy",
      value: "same-origin",
      on: [
        "page",
        "search page",
        "search part",
        "search program",
        "speculation rules",
        "asset",
        "manifest",
        "document",
        "download",
      ],
      why: "Documents and what only they use are of no use to other sites, so they cannot load them.",
    },
    {
      header: "Cross-Origin-Resource-Policy",
      value: "cross-origin",
      on: ["picture", "feed", "calendar", "contact card", "well-known"],
      why: "Partners show the photographs and cards; readers of feeds, calendars and well-known names load them.",
    },
    {
      header: "Cache-Control",
      value: "public, max-age=31536000, immutable",
      on: ["picture", "asset", "search part", "speculation rules"],
      why: "The name holds a hash of the content, so what has this name never changes (RFC 8246).",
    },
    {
      header: "Cache-Control",
      value: "no-cache",
      on: [
        "page",
        "search page",
        "search program",
        "feed",
        "manifest",
        "calendar",
        "contact card",
        "document",
        "download",
        "well-known",
      ],
      why: "The name stays when the content changes: kept, and asked for each time whether it is still so.",
    },
    {
      header: "Content-Type",
      value: "application/manifest+json; charset=utf-8",
      on: ["manifest"],
      why: "Hosts' lists of endings lack it (Web Application Manifest, section 5.2).",
    },
    {
      header: "Content-Type",
      value: "application/speculationrules+json; charset=utf-8",
      on: ["speculation rules"],
      why: "Browsers take rules of this type alone (HTML, processing the `Speculation-Rules` header).",
    },
    {
      header: "Content-Type",
      value: "text/vcard; charset=utf-8",
      on: ["contact card"],
      why: "Else a telephone shows text in place of a contact; the type is that of vCard 3.0 as well (RFC 6350, section 10.1).",
    },
    {
      header: "Content-Type",
      value: "text/calendar; charset=utf-8",
      on: ["calendar"],
      why: "Else a telephone shows text in place of an event (RFC 5545, section 8.1).",
    },
  ];
}

/** Files that hosts treat alike. */
type FileKind =
  | "control"
  | "search page"
  | "page"
  | "search part"
  | "search program"
  | "picture"
  | "speculation rules"
  | "asset"
  | "feed"
  | "manifest"
  | "calendar"
  | "contact card"
  | "document"
  | "download"
  | "well-known";

/** The first that fits is the kind of a file; the last fits all that the others leave. */
const kinds: readonly (readonly [kind: FileKind, path: RegExp])[] = [
  ["document", /^downloads\/.*\.pdf$/],
  ["download", /^downloads\/.*(?<!\.html)$/],
  ["search page", /^(?:zh\/)?search\/index\.html$/],
  ["page", /\.html$/],
  // Pagefind writes a hash into the names of what grows with the site, and into no other.
  ["search part", /^pagefind\/.*_[0-9a-f]{7,}\.pf_\w+$/],
  ["search program", /^pagefind\//],
  ["picture", /\.[0-9a-f]{10}\.(?:avif|webp|jpg|png|svg)$/],
  ["speculation rules", /\.speculationrules$/],
  ["asset", /\.[0-9a-f]{10}\.\w+$/],
  ["feed", /(?:^|\/)feed\.(?:xml|json)$/],
  ["manifest", /\.webmanifest$/],
  ["calendar", /\.ics$/],
  ["contact card", /\.vcf$/],
  // Asked for by a name that the world knows: robots.txt, icons, security.txt, build.json.
  ["well-known", /(?:)/],
];

/** What a file of the site is to hosts, by its path below `_site/`. */
export function fileKind(path: string): FileKind {
  if (controlFiles.includes(path)) return "control";
  return kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? "well-known";
}

/** Name and value. */
export type Header = readonly [name: string, value: string];

/** Headers of one file, or of everything in one folder. */
interface HeaderRule {
  /** Path below the site's root: of a folder if it ends with a slash, else of a file. */
  path: string;
  headers: readonly Header[];
}

/**
 * What the table says of a site's files, as few rules as do: none of two rules is about the same
 * file. A folder whose files all have the same headers is one rule.
 *
 * @param files paths below the site's root
 */
export function headerRules(table: readonly HeaderRow[], files: Iterable<string>): HeaderRule[] {
  const served = [...files].sort(compareCodeUnits).flatMap((file) => {
    const kind = fileKind(file);
    const own = table.filter(({ on }) => on !== "all" && on.includes(kind));
    const headers = JSON.stringify(own.map(({ header, value }) => [header, value]));
    return kind === "control" ? [] : [{ file, headers }];
  });
  return rulesIn("", served);
}

function rulesIn(
  folder: string,
  files: readonly { file: string; headers: string }[],
): HeaderRule[] {
  const byName = groupBy(
    files,
    ({ file }) => /^[^/]*\/?/.exec(file.slice(folder.length))?.[0] ?? "",
  );
  const names = [...byName.keys()].map((name) => name.toLowerCase());
  return [...byName].flatMap(([name, inside]) => {
    const path = folder + name;
    const [headers = "[]", ...others] = new Set(inside.map((each) => each.headers));
    const isDivided = others.length > 0 || (name.endsWith("/") && isBeginning(name, names));
    return isDivided ? rulesIn(path, inside) : [{ path, headers: JSON.parse(headers) }];
  });
}

/** Netlify's `/news/*` is about `/newsletter/` too: see forRegExp in `@netlify/headers-parser`. */
function isBeginning(folder: string, names: readonly string[]): boolean {
  const name = folder.toLowerCase();
  return names.some((other) => other !== name && other.startsWith(name.slice(0, -1)));
}

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

/** Which page a visitor sees where there is none, by the folder of the address: the nearest wins. */
export const notFoundPages = [
  { folder: "", page: "404.html" },
  { folder: "zh/", page: "zh/404.html" },
] as const;

/** Where a server of one's own has the site. */
export interface Place {
  /** What it listens on, in the server's own words: a port for nginx, a site's address for Caddy. */
  listen: string;
  /** The name visitors type. */
  name: string;
  /** The folder served as `/`: it holds the site, or with a base path a folder of that name. */
  root: string;
}

/**
 * The addresses of a file, or of all in a folder (`pagefind/`), with the base path, as hosts are told
 * them: a page has two, with and without its file's name.
 */
export function patterns(prefix: string, path: string): string[] {
  if (path.endsWith("/")) return [`${prefix}${path}*`];
  return [...new Set([withPrefix(prefix, addressOfFile(path)), prefix + path])];
}
