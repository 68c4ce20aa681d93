import type { ColourToken } from "../outputs/styles.ts";
import { ContentFailure } from "../problems/problem.ts";

/**
 * One colour of the stylesheet.
 *
 * @param colours as `siteColours` returns them
 * @throws ContentFailure if there is none of that name
 */
export function colourNamed(colours: ReadonlyMap<string, ColourToken>, name: string): ColourToken {
  const colour = colours.get(name);
  if (colour) return colour;
  throw new ContentFailure([
    {
      rule: "styles",
      severity: "error",
      path: "assets/styles/tokens.css",
      line: 1,
      column: 1,
      message: `there is no colour \`--${name}\` in it`,
      remedy: "declare it; what no stylesheet reaches takes it as well",
    },
  ]);
}
