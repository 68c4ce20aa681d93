import type { Entry } from "../../content/entry.ts";
import type { SiteContext } from "./site-context.ts";

/** The contact details with their links; the telephone's is its digits, no country code invented. */
export function contactData(entry: Entry, { facts }: SiteContext) {
  const { contact, name } = facts.site;
  return {
    name: name[entry.language],
    address: contact.address,
    telephone: contact.telephone,
    telephoneUrl: `tel:${contact.telephone.replace(/\D/g, "")}`,
    email: contact.email,
    emailUrl: `mailto:${contact.email}`,
  };
}
