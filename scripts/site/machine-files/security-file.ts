import { absoluteAddress } from "../../lib/addresses.ts";
import { languages } from "../../lib/languages.ts";
import { securityTxt } from "../../outputs/small-texts.ts";
import type { Build } from "../build.ts";

const path = ".well-known/security.txt";

/** How to report a weakness: by the ways that everyone else writes, since there is no other team. */
export function securityFile({ context }: Build): [path: string, content: string][] {
  const { facts, entries } = context;
  const { contact, security } = facts.site;
  const contactPages = entries.filter(({ kind }) => kind === "contact");
  const text = securityTxt({
    contacts: [
      `mailto:${contact.email}`,
      ...contactPages.map(({ address }) => absoluteAddress(address, context)),
    ],
    expires: security.expires,
    languages,
    canonical: absoluteAddress(`/${path}`, context),
  });
  return [[path, text]];
}
