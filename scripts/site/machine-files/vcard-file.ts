import { absoluteAddress } from "../../lib/addresses.ts";
import { languages, languageTag } from "../../lib/languages.ts";
import { telephoneUri } from "../../outputs/small-texts.ts";
import { vcard } from "../../outputs/vcard.ts";
import type { Build } from "../build.ts";
import { vcardPath } from "./vcard-path.ts";

/** The contact details for address books. */
export function vcardFile({ context }: Build): [path: string, content: string][] {
  const { facts, entries } = context;
  const { contact, name } = facts.site;
  const card = vcard({
    names: languages.map((language) => ({ tag: languageTag[language], name: name[language] })),
    address: contact.address,
    telephone: telephoneUri(contact.telephone),
    email: contact.email,
    urls: entries
      .filter(({ kind }) => kind === "welcome")
      .map(({ address }) => absoluteAddress(address, context)),
  });
  return [[vcardPath, card]];
}
