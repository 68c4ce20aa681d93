import { escapeXml } from "./escape-xml.ts";
import type { XmlElement } from "./xml-element.ts";

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
