import { serialiseXml } from "../xml/serialise-xml.ts";
import { xmlElement } from "../xml/xml-element.ts";

/** A photograph in the text of a feed. */
export interface FeedPicture {
  /** Absolute. */
  src: string;
  alt: string;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
  /** What stands below it. */
  caption: string;
}

/** The HTML of a photograph for feed readers, which have no styles of ours and choose no sources. */
export function feedFigure({ src, alt, width, height, caption }: FeedPicture): string {
  const image = { src, alt, width: String(width), height: String(height) };
  const figure = xmlElement(
    "figure",
    {},
    xmlElement("img", image),
    xmlElement("figcaption", {}, caption),
  );
  return `${serialiseXml(figure)}\n`;
}
