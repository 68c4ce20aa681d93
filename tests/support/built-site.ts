import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { projectRoot } from "./files.ts";
import { readSite } from "./site.ts";

const facts: { origin: string } = parse(
  readFileSync(path.join(projectRoot, "content/_data/site.yaml"), "utf8"),
);

/**
 * What `npm run build` left in `_site/`, or in the folder that `SITE_FOLDER` names, told the same
 * origin and prefix as the build was.
 */
export const builtSite = await readSite(
  process.env.SITE_FOLDER ?? path.join(projectRoot, "_site"),
  process.env.SITE_ORIGIN || facts.origin,
  process.env.PATH_PREFIX || "/",
);
