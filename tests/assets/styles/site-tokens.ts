import { readFileSync } from "node:fs";
import path from "node:path";
import { type ColourToken, readTokens } from "../../../scripts/outputs/styles.ts";
import { projectRoot } from "../../support/files.ts";

/** The colours of `assets/styles/tokens.css`, by name. */
export function siteTokens(): Map<string, ColourToken> {
  return readTokens(readFileSync(path.join(projectRoot, "assets/styles/tokens.css"), "utf8"));
}
