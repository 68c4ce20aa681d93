import { readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../../support/project-root.ts";
import { type ColourToken, colourTokens } from "./colour-tokens.ts";

/** The colours of `assets/styles/tokens.css`, by name. */
export function siteTokens(): Map<string, ColourToken> {
  return colourTokens(readFileSync(path.join(projectRoot, "assets/styles/tokens.css"), "utf8"));
}
