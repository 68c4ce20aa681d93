import type { CardColours } from "../outputs/cards/card.ts";
import { colourNamed } from "./colour-named.ts";
import { siteColours } from "./site-colours.ts";

/**
 * The colours of social cards: the site's by day, since nobody knows where a card is shown.
 *
 * @throws ContentFailure if the stylesheet lacks one
 */
export async function cardColours(root: string): Promise<CardColours> {
  const colours = await siteColours(root);
  const day = (name: string) => colourNamed(colours, name).light;
  return {
    paper: day("page"),
    land: day("panel"),
    shallow: day("water"),
    deep: day("heading"),
    muted: day("quiet"),
    magenta: day("course"),
  };
}
