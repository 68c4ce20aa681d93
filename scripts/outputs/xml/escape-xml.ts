/**
 * All but the characters that XML 1.0 allows, https://www.w3.org/TR/xml/#charsets: no control
 * characters, no half of a surrogate pair, no U+FFFE and U+FFFF. A reference cannot stand for them either.
 */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Parsers make blanks of white space in attributes, and a line feed of a carriage return. */
const special = { text: /[&<>\r]/g, attribute: /[&<>"\t\n\r]/g } as const;

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  // Not needed but in `]]>`, which may end nothing but a CDATA section.
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/**
 * `text` so that a parser reads back the very same, as the text of an element or as the value of an
 * attribute between double quotes. A character that XML cannot hold becomes U+FFFD.
 */
export function escapeXml(text: string, place: "text" | "attribute"): string {
  return text
    .replace(forbidden, "\ufffd")
    .replace(special[place], (character) => references[character] ?? character);
}
