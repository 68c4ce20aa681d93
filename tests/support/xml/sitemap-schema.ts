import { readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../project-root.ts";
import { readSchema } from "./schema-faults.ts";

const text = readFileSync(
  path.join(projectRoot, "node_modules/sitemap/schema/sitemap.xsd"),
  "utf8",
);

/**
 * The schema of sitemaps.org, as the package `sitemap` brings it. It has none of the extensions, so
 * these are let through here; that package's parser reads them.
 */
export const sitemapSchema = readSchema(
  text.replaceAll('processContents="strict"', 'processContents="lax"'),
);
