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
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

/** Section 5. */
function escapeText(text: string): string {
  return text.replace(/[\\,;]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/** Octets of a line, its end not counted: https://www.rfc-editor.org/rfc/rfc2425#section-5.8.1 */
const longest = 75;

/** `line` as lines of at most 75 octets, each but the first begun by a space; no character is cut. */
function foldLine(line: string): string {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longest) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join("\r\n");
}
