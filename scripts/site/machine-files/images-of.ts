import type { Entry } from "../../content/entry.ts";
import { groupBy } from "../../lib/lists.ts";
import { absolutePicture } from "../pages/absolute-picture.ts";
import type { SiteContext } from "../pages/site-context.ts";

/** Makes the function that lists the photographs of an entry's page, each once: absolute addresses. */
export function imagesOf(context: SiteContext): (entry: Entry) => string[] {
  const usesOf = groupBy(context.photoUses, ({ source }) => source);
  return ({ source, language }) => {
    const originals = (usesOf.get(source) ?? []).map(({ written }) =>
      context.originalOf(source, written),
    );
    return [...new Set(originals)].map(
      (original) => absolutePicture({ original, alt: undefined }, language, context).src,
    );
  };
}
