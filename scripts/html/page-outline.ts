import { Parser } from "htmlparser2";
import { dataAddresses } from "./data-addresses.ts";

/** What the checks of a finished page need to know of it. */
export interface PageOutline {
  /** Every `id`, in order, repeats included. */
  ids: string[];
  /** Every address in an attribute: links, pictures, stylesheets, icons, cards. */
  references: string[];
  /** See {@link dataAddresses}. */
  inData: string[];
}

const addressAttributes = ["href", "src", "action", "poster", "data"];
const cardAddress = /^(?:og|twitter):(?:image|url)$/;

/**
 * Reads one page, once, without building a tree: it runs over every page of every build.
 *
 * @throws SyntaxError at structured data that is no JSON
 */
export function pageOutline(html: string): PageOutline {
  const outline: PageOutline = { ids: [], references: [], inData: [] };
  let data: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      data = name === "script" && attributes.type === "application/ld+json" ? "" : undefined;
      const { property = attributes.name ?? "", content } = attributes;
      if (name === "meta" && content !== undefined && cardAddress.test(property)) {
        outline.references.push(content);
      }
      if (attributes.id !== undefined) outline.ids.push(attributes.id);
      for (const name of addressAttributes) {
        const value = attributes[name];
        if (value !== undefined) outline.references.push(value);
      }
      if (attributes.srcset !== undefined)
        outline.references.push(...addressesOf(attributes.srcset));
    },
    ontext(text) {
      if (data !== undefined) data += text;
    },
    onclosetag() {
      if (data !== undefined) outline.inData.push(...dataAddresses(data));
      data = undefined;
    },
  });
  parser.end(html);
  return outline;
}

function addressesOf(srcset: string): string[] {
  return srcset.split(",").map((candidate) => candidate.trim().split(/\s+/)[0] ?? "");
}
