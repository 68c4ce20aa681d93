import { privateHost } from "../lib/private-host.ts";
import { type Finding, finding } from "./finding.ts";
import { fullWidthCharacter } from "./full-width-character.ts";

const mail = /^mailto:[^\s@?]+@[^\s@.?]+(?:\.[^\s@.?]+)+(?:\?\S*)?$/i;
const telephone = /^tel:\+?[\d().-]*\d[\d().-]*$/i;
const web = /^https?:\/\/[^\s/?#]+\.[^\s/?#]+\S*$/i;

/** What is wrong with a link that leaves the site, by its form; nothing is fetched. */
export function checkAddress(
  href: string,
  kind: "external" | "mail" | "telephone",
  origin: string | undefined,
): Finding | undefined {
  const wide = fullWidthCharacter(href);
  if (wide) return finding("link-wide-character", { href, ...wide });
  if (kind === "mail")
    return mail.test(href) ? undefined : finding("link-mail-malformed", { href });
  if (kind === "telephone") {
    return telephone.test(href) ? undefined : finding("link-telephone-malformed", { href });
  }
  if (!URL.canParse(href)) return finding("link-malformed", { href });
  const url = new URL(href);
  const better = url.pathname + url.search + url.hash;
  const host = privateHost(url.hostname);
  if (host !== undefined) return finding("link-own-machine", { href, host, better });
  if (!web.test(href)) return finding("link-malformed", { href });
  if (origin === undefined || siteOf(url) !== siteOf(new URL(origin))) return undefined;
  return finding("link-own-origin", { href, better });
}

/** With and without `www.` is the same site to an editor. */
function siteOf(url: URL): string {
  return url.host.replace(/^www\./, "");
}
