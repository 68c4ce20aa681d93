/** How to report a weakness of the site. */
export interface SecurityContact {
  /** `mailto:` or `https://`, the one liked best first. */
  contacts: readonly string[];
  /** `YYYY-MM-DD`: the last day on which it holds, in UTC. */
  expires: string;
  /** BCP 47 tags of the languages that reports may be written in. */
  languages: readonly string[];
  /** Where the file itself stands, absolute. */
  canonical: string;
}

/** `security.txt`: https://www.rfc-editor.org/rfc/rfc9116 */
export function securityTxt(contact: SecurityContact): string {
  const { contacts, expires, languages, canonical } = contact;
  const lines = [
    ...contacts.map((address) => `Contact: ${address}`),
    `Expires: ${expires}T23:59:59Z`,
    `Preferred-Languages: ${languages.join(", ")}`,
    `Canonical: ${canonical}`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}
