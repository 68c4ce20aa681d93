import type { Tag } from "./parse-page.ts";
import { parseSrcset } from "./parse-srcset.ts";
import { styleReferences } from "./style-references.ts";
import { textReferences } from "./text-references.ts";

/** An address in a page, as it is written there. */
export interface Reference {
  written: string;
  /** The element and attribute, for messages. */
  where: string;
  /** What follows it: a reader, the browser while it loads the page, or a machine that reads it. */
  use: "link" | "request" | "machine";
}

const attributes = ["href", "xlink:href", "src", "data", "poster", "action", "formaction"];
const requestRelations = /stylesheet|icon|preload|prefetch|preconnect|manifest/;
const cardProperties = /^(og|twitter):(image|url|audio|video)(:url|:secure_url|:src)?$/;

/** Every address in a page: links, pictures, styles, icons, cards and structured data. */
export function pageReferences(tags: readonly Tag[], origin: string): Reference[] {
  return tags.flatMap((tag): Reference[] => {
    const { attributes: own, name } = tag;
    const found = attributes.flatMap((attribute): Reference[] => {
      const written = own[attribute];
      return written === undefined
        ? []
        : [{ written, where: `<${name} ${attribute}>`, use: useOf(tag) }];
    });
    for (const attribute of ["srcset", "imagesrcset"]) {
      for (const { address } of parseSrcset(own[attribute] ?? "")) {
        found.push({ written: address, where: `<${name} ${attribute}>`, use: "request" });
      }
    }
    if (name === "meta" && cardProperties.test(own.property ?? own.name ?? "")) {
      found.push({ written: own.content ?? "", where: "<meta>", use: "machine" });
    }
    if (name === "style") {
      const inStyle = styleReferences(tag.text);
      found.push(
        ...inStyle.map((written) => ({ written, where: "<style>", use: "request" as const })),
      );
    }
    if (name === "script" && own.type === "application/ld+json") {
      const inData = textReferences(tag.text, origin);
      found.push(
        ...inData.map((written) => ({ written, where: "JSON-LD", use: "machine" as const })),
      );
    }
    return found;
  });
}

function useOf({ name, attributes }: Tag): Reference["use"] {
  if (name === "a" || name === "area" || name === "form" || name === "button") return "link";
  if (name !== "link") return "request";
  return requestRelations.test(attributes.rel ?? "") ? "request" : "machine";
}
