import { contentLines, escapeText } from "./content-lines.ts";

/** An organisation and how to reach it. */
interface Organisation {
  /** The same name in each language; that of the language liked best stands first. */
  names: readonly string[];
  /** Lines of the address below the name. */
  address: readonly string[];
  /** As the organisation writes it. */
  telephone: string;
  email: string;
  /** The organisation's pages, absolute. */
  urls: readonly string[];
}

/**
 * The organisation as a vCard, version 3.0: https://www.rfc-editor.org/rfc/rfc2426. Telephones lose
 * the name in 4.0. It has no `REV`, which would say when it was made and not what changed.
 */
export function vcard({ names, address, telephone, email, urls }: Organisation): string {
  const [first = "", ...others] = names.map(escapeText);
  const lines = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `FN:${first}`,
    // Who is no person has one name, the family's: section 3.1.2.
    `N:${first};;;;`,
    `ORG:${first}`,
    ...(others.length === 0 ? [] : [`NICKNAME:${others.join(",")}`]),
    // Post office box and extension before the street, town, region, code and country after it:
    // section 3.2.1. Which line of an address is which is not known, so all stand as the street's.
    `ADR:;;${escapeText(address.join("\n"))};;;;`,
    `TEL:${escapeText(telephone)}`,
    `EMAIL:${escapeText(email)}`,
    ...urls.map((url) => `URL:${url}`),
    "END:VCARD",
  ];
  return contentLines(lines);
}
