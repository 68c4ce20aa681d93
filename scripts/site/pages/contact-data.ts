import type { Entry } from "../../content/entry.ts";
import { withPrefix } from "../../lib/addresses.ts";
import { telephoneUri } from "../../outputs/small-texts.ts";
import { vcardPath } from "../fixed-addresses.ts";
import type { SiteContext } from "./site-context.ts";

/** The contact details with their links; the card is for Contact alone. */
export function contactData(entry: Entry, { facts, prefix }: SiteContext) {
  const { contact, name } = facts.site;
  return {
    name: name[entry.language],
    address: contact.address,
    telephone: contact.telephone,
    telephoneUrl: telephoneUri(contact.telephone),
    email: contact.email,
    emailUrl: `mailto:${contact.email}`,
    cardUrl: entry.kind === "contact" ? withPrefix(prefix, `/${vcardPath}`) : undefined,
  };
}
