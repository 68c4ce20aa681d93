import { escapeXml } from "./escape-xml.ts";
import { serialiseXml } from "./serialise-xml.ts";
import type { XmlElement } from "./xml-element.ts";

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
