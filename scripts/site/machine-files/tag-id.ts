import type { Entry } from "../../content/entry.ts";
import type { Facts } from "../../content/facts.ts";
import { homeAddress } from "../../lib/addresses.ts";
import { feedsBegan } from "./feeds-began.ts";

/**
 * What a page is called for ever, https://www.rfc-editor.org/rfc/rfc4151. The host is that of the
 * site's facts, not of the address that a build is for, and what follows is the file and not its
 * address: copies of the site elsewhere or below a path tell feed readers of the same articles. A
 * file that was renamed is called by its first name, which stands first among its aliases.
 */
export function tagId({ language, key, aliases }: Entry, { site }: Facts): string {
  const host = new URL(site.origin).hostname;
  const folder = homeAddress[language];
  const [first] = aliases.filter((alias) => alias.startsWith(`${folder}news/`));
  const name = first === undefined ? key : first.slice(folder.length, -1);
  return `tag:${host},${feedsBegan}:${language}/${name}`;
}
