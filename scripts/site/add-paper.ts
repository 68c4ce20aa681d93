import type { ColourToken } from "../outputs/styles.ts";
import { ContentFailure } from "../problems/problem.ts";
import type { Build } from "./build.ts";
import { siteColours } from "./site-colours.ts";

/**
 * Adds the colour of the page, by day and by night, for the browser's own frame around it.
 *
 * @returns the same, for home screens
 * @throws ContentFailure if the styles do not say it
 */
export async function addPaper(build: Build): Promise<ColourToken> {
  const paper = (await siteColours(build.root)).get("page");
  if (!paper) {
    const place = { path: "assets/styles/tokens.css", line: 1, column: 1 };
    const message = "there is no colour `--page` in it";
    const remedy = "declare it; the browser's own frame takes it as well";
    throw new ContentFailure([{ rule: "styles", severity: "error", ...place, message, remedy }]);
  }
  build.globals.set("paper", paper);
  return paper;
}
