import type { Entry } from "../../content/entry.ts";
import type { Facts } from "../../content/facts.ts";
import { homeAddress } from "../../lib/addresses.ts";

/**
 * The day from which this site has had feeds, `YYYY-MM-DD`. It is part of every identifier and so may never
 * change.
 */
export const idsBegan = "2026-11-23";

/**
 * What a page is called for ever by readers of feeds and by calendars, https://www.rfc-editor.org/rfc/rfc4151.
 * The host is that of the site's facts, not of the address that a build is for, and what follows is the file
 * and not its address: copies of the site elsewhere or below a path tell of the same articles and events. A
 * file that was renamed is called by its first name, which stands first among its aliases; those of a list are of
 * pages in it that are no more.
 */
export function tagId({ language, key, aliases }: Entry, { site }: Facts): string {
  const host = new URL(site.origin).hostname;
  const home = homeAddress[language];
  const folder = home + key.replace(/[^/]*$/, "");
  const own = key.endsWith("/index") ? [] : aliases;
  const first = own.find((alias) => alias.startsWith(folder) && alias.endsWith("/"));
  const name = first === undefined ? key : first.slice(home.length, -1);
  return `tag:${host},${idsBegan}:${language}/${encodeURI(name)}`;
}
