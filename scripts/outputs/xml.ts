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

/**
 * An element as text: well formed whatever its attributes and texts hold. Elements that stand
 * among elements only begin lines of their own, so that changes to a file can be read. Void elements of HTML
 * are written in a way that is HTML too.
 */
export function serialiseXml({ name, attributes, children }: XmlElement): string {
  const written = Object.entries(attributes).map(
    ([attribute, value]) => ` ${attribute}="${escapeXml(value, "attribute")}"`,
  );
  const start = `<${name}${written.join("")}`;
  if (children.length === 0) return `${start}/>`;
  const inside = children.map((child) =>
    typeof child === "string" ? escapeXml(child, "text") : serialiseXml(child),
  );
  const separator = children.some((child) => typeof child === "string") ? "" : "\n";
  return [`${start}>`, ...inside, `</${name}>`].join(separator);
}

/**
 * A whole XML file.
 *
 * @param stylesheet address of the CSS with which browsers show it, if there is one,
 *   https://www.w3.org/TR/xml-stylesheet/
 */
export function xmlDocument(root: XmlElement, stylesheet?: string): string {
  const look =
    stylesheet === undefined
      ? []
      : [`<?xml-stylesheet type="text/css" href="${escapeXml(stylesheet, "attribute")}"?>`];
  return ['<?xml version="1.0" encoding="utf-8"?>', ...look, serialiseXml(root), ""].join("\n");
}

/** An element with its attributes and what is in it, as plain data. */
export interface XmlElement {
  /** With its prefix, where it has one. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (XmlElement | string)[];
}

/** Makes an {@link XmlElement}; attributes and children that are undefined are left out. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (XmlElement | string | undefined)[]
): XmlElement {
  const given = Object.entries(attributes).filter(
    (attribute): attribute is [string, string] => attribute[1] !== undefined,
  );
  return {
    name,
    attributes: Object.fromEntries(given),
    children: children.filter((child) => child !== undefined),
  };
}
