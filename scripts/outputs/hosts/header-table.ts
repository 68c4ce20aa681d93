import { feedPolicy } from "../security/feed-policy.ts";
import { headerPolicy } from "../security/header-policy.ts";
import { pagePolicy } from "../security/page-policy.ts";
import { pagefindPolicy } from "../security/pagefind-policy.ts";
import { searchPolicy } from "../security/search-policy.ts";
import type { FileKind } from "./file-kind.ts";

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
 * @param styles the stylesheet that stands in every page, byte for byte
 */
export function headerTable(styles: string): HeaderRow[] {
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
      value:
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()",
      on: "all",
      why: "The site uses none of these, so nothing that gets into it can.",
    },
    {
      header: "Cross-Origin-Opener-Policy",
      value: "same-origin",
      on: "all",
      why: "A page that opens one of ours gets no hold of its window.",
    },
    {
      header: "Content-Security-Policy",
      value: headerPolicy(pagePolicy(styles)),
      on: ["page"],
      why: "A page loads pictures, fonts and the manifest from here, has the one style, runs no script.",
    },
    {
      header: "Content-Security-Policy",
      value: headerPolicy(searchPolicy(styles)),
      on: ["search page"],
      why: "The one page with scripts: its own, which ask for the index and start the worker.",
    },
    {
      header: "Content-Security-Policy",
      value: headerPolicy(feedPolicy),
      on: ["feed"],
      why: "Browsers show a feed as a page, with its stylesheet and pictures.",
    },
    {
      header: "Content-Security-Policy",
      value: headerPolicy(pagefindPolicy),
      on: ["search program"],
      why: "The search's worker may run WebAssembly; the page that starts it may not.",
    },
    {
      header: "Cross-Origin-Resource-Policy",
      value: "same-origin",
      on: ["page", "search page", "search part", "search program", "asset", "manifest"],
      why: "Documents and what only they use are of no use to other sites, so they cannot load them.",
    },
    {
      header: "Cross-Origin-Resource-Policy",
      value: "cross-origin",
      on: ["picture", "feed", "contact card", "well-known"],
      why: "Partners show the photographs and cards; readers of feeds and of well-known names load them.",
    },
    {
      header: "Cache-Control",
      value: "public, max-age=31536000, immutable",
      on: ["picture", "asset", "search part"],
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
        "contact card",
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
      value: "text/vcard; charset=utf-8",
      on: ["contact card"],
      why: "Else a telephone shows text in place of a contact (RFC 6350, section 10.1).",
    },
  ];
}
