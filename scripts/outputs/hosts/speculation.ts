import { hashedName } from "../../lib/files.ts";

/**
 * Which pages a browser may fetch while a pointer rests on their link or a finger is still on it:
 * https://html.spec.whatwg.org/multipage/speculative-loading.html. The click then waits for nothing.
 *
 * A page's address ends with a slash, and that of a feed, a contact card or any other file does not; a
 * pattern that ends with `?` fits no address with a query. Where a visitor saves data or battery, or has
 * switched preloading off, Chromium passes over all of it by itself:
 * https://chromedevtools.github.io/devtools-protocol/tot/Preload/#event-preloadEnabledStateUpdated
 *
 * Pages carry the rules for hosts that send no headers, and others send them as a file: the same pages
 * go to all. Chromium fetches a page once for both (tried with 156), and takes a header's rules even
 * where no script may run.
 *
 * @param prefix where the host serves the site: begins and ends with `/`
 * @returns the rules, and the name of the file that holds them
 */
export function speculationRules(prefix: string): { text: string; file: string } {
  const where = { href_matches: [`${prefix}?`, `${prefix}*/?`] };
  const text = JSON.stringify({ prefetch: [{ where, eagerness: "moderate" }] });
  return { text, file: hashedName("pages.speculationrules", text) };
}
