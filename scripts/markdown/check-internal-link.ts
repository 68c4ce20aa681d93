import { nearestName } from "../lib/nearest-name.ts";
import type { MarkdownText } from "./check-markdown.ts";
import { type Finding, finding } from "./finding.ts";
import { fullWidthCharacter } from "./full-width-character.ts";
import { percentDecode } from "./percent-decode.ts";
import { resolveContentLink } from "./resolve-content-link.ts";
import { slugify } from "./slugify.ts";
import { suggestLink } from "./suggest-link.ts";

/** What is wrong with a link to a page of this site: its page, whether it is out, its heading. */
export function checkInternalLink(href: string, text: MarkdownText): Finding | undefined {
  const { site, path } = text;
  const link = resolveContentLink(href, path, site.addressOf);
  if (link.address !== undefined && site.knownFiles.has(link.address)) return undefined;
  const entry = link.address === undefined ? undefined : site.entryAt(link.address);
  if (!entry) return noPage(href, text);
  if (text.published && !entry.published) {
    return finding("link-unpublished", { href, source: entry.source });
  }
  const fragment = percentDecode(link.fragment ?? "");
  if (fragment === "" || entry.ids === undefined || entry.ids.has(fragment)) return undefined;
  const slug = slugify(fragment);
  const nearest = entry.ids.has(slug) ? slug : nearestName(fragment, entry.ids);
  if (nearest === undefined) return finding("link-to-no-heading", { href, fragment });
  return finding("link-fragment-misspelt", { href, nearest });
}

/** Most of what leads to no page was meant to lead somewhere else altogether. */
function noPage(href: string, text: MarkdownText): Finding {
  const path = href.replace(/[?#][\s\S]*$/, "");
  if (href.includes("\\")) {
    return finding("link-backslash", { href, better: href.replaceAll("\\", "/") });
  }
  if (/^[^\s@/]+@[^\s@/.]+\.[^\s@/]+$/.test(href)) return finding("link-no-mailto", { href });
  if (/^www\.[^\s/]+\.\S+$/i.test(href)) return finding("link-no-scheme", { href });
  const wide = fullWidthCharacter(href);
  if (wide) return finding("link-wide-character", { href, ...wide });
  const nearest = suggestLink(href, text);
  if (nearest !== undefined) return finding("link-misspelt", { href, nearest });
  const isFile = /\.(?!md$|html?$)[a-z0-9]{2,4}$/i.test(path);
  return finding(isFile ? "link-to-file" : "link-to-no-page", { href });
}
