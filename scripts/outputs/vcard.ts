/** An organisation and how to reach it. */
interface Organisation {
  /** The same name in each language; `tag` as of BCP 47. The language liked best stands first. */
  names: readonly { tag: string; name: string }[];
  /** Lines of the address below the name. */
  address: readonly string[];
  /** A `tel:` URI. */
  telephone: string;
  email: string;
  /** The organisation's pages, absolute. */
  urls: readonly string[];
}

/**
 * The organisation as a vCard, version 4.0: https://www.rfc-editor.org/rfc/rfc6350. It has no `REV`,
 * which would say when it was made and not what changed.
 */
export function vcard({ names, address, telephone, email, urls }: Organisation): string {
  // Values of one ALTID are one value in several languages: section 5.4.
  const inEach = (property: string) =>
    names.map(({ tag, name }) => `${property};ALTID=1;LANGUAGE=${tag}:${escapeText(name)}`);
  const lines = [
    "BEGIN:VCARD",
    "VERSION:4.0",
    "KIND:org",
    ...inEach("FN"),
    ...inEach("ORG"),
    // Post office box and extension before the street, town, region, code and country after it:
    // section 6.3.1. Which line of an address is which is not known, so all stand as the street's.
    `ADR:;;${address.map(escapeText).join(",")};;;;`,
    `TEL;VALUE=uri:${telephone}`,
    `EMAIL:${escapeText(email)}`,
    ...urls.map((url) => `URL:${url}`),
    ...names.map(({ tag }, index) => `LANG;PREF=${index + 1}:${tag}`),
    "END:VCARD",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

/** Section 3.4. */
function escapeText(text: string): string {
  return text.replace(/[\\,;]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/** Octets of a line, its end not counted: https://www.rfc-editor.org/rfc/rfc6350#section-3.2 */
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
