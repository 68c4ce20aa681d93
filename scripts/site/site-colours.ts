import { readFile } from "node:fs/promises";
import path from "node:path";
import { type ColourToken, readTokens } from "../outputs/styles.ts";
import { ContentFailure } from "../problems/problem.ts";

const source = "assets/styles/tokens.css";

/**
 * The colours of the stylesheet by name, for what no stylesheet reaches: cards, the manifest, icons.
 *
 * @throws ContentFailure if the file is not there
 */
export async function siteColours(root: string): Promise<ReadonlyMap<string, ColourToken>> {
  try {
    return readTokens(await readFile(path.join(root, source), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new ContentFailure([
      {
        rule: "styles",
        severity: "error",
        path: source,
        line: 1,
        column: 1,
        message: `the stylesheet ${source} is not there`,
        remedy: "bring the file back; the colours of the whole site stand in it",
      },
    ]);
  }
}
