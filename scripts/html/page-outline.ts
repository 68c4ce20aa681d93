import { Parser } from "htmlparser2";

/** What the checks of a finished page need to know of it. */
export interface PageOutline {
  /** Every `id`, in order, repeats included. */
  ids: string[];
  /** Every address in an attribute: links, pictures, stylesheets, icons. */
  references: string[];
}

const addressAttributes = ["href", "src", "action", "poster", "data"];

/** Reads one page, once, without building a tree: it runs over every page of every build. */
export function pageOutline(html: string): PageOutline {
  const outline: PageOutline = { ids: [], references: [] };
  const parser = new Parser({
    onopentag(_name, attributes) {
      if (attributes.id !== undefined) outline.ids.push(attributes.id);
      for (const name of addressAttributes) {
        const value = attributes[name];
        if (value !== undefined) outline.references.push(value);
      }
      if (attributes.srcset !== undefined)
        outline.references.push(...addressesOf(attributes.srcset));
    },
  });
  parser.end(html);
  return outline;
}

function addressesOf(srcset: string): string[] {
  return srcset.split(",").map((candidate) => candidate.trim().split(/\s+/)[0] ?? "");
}
