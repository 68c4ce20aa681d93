import { readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import type { Page, Site } from "../site/read-site.ts";
import { resolveReference } from "../site/resolve-reference.ts";
import { structuredDataOf, type Thing } from "../structured-data/structured-data-of.ts";
import { thingsIn } from "../structured-data/things-in.ts";
import { vocabularyFaults } from "../structured-data/vocabulary-faults.ts";

/**
 * Every page but the one for missing addresses describes itself in words of schema.org, names nothing
 * that is described nowhere, and its pictures are as large as it says.
 */
export async function structuredData(site: Site): Promise<string[]> {
  const described = site.pages.map((page) => ({ page, graph: structuredDataOf(page) }));
  const known = new Set(described.flatMap(({ graph }) => graph.map((thing) => thing["@id"])));
  const faults = await Promise.all(
    described.map(async ({ page, graph }) => {
      const things = thingsIn(graph);
      const unknown = things
        .filter((thing) => typeof thing["@id"] === "string" && !known.has(thing["@id"]))
        .map((thing) => `${thing["@id"]} is described on no page`);
      const isMissing = page.file.endsWith("404.html");
      const has = graph.length > 0;
      return [
        ...(has === isMissing ? [isMissing ? "has structured data" : "has none"] : []),
        ...unknown,
        ...(await vocabularyFaults(graph)),
        ...(await sizeFaults(site, page, things)),
      ].map((fault) => `${page.address}  ${fault}`);
    }),
  );
  return faults.flat();
}

/** Pictures that are of another size than is said of them. */
async function sizeFaults(site: Site, page: Page, things: readonly Thing[]): Promise<string[]> {
  const pictures = things.filter((thing) => thing["@type"] === "ImageObject");
  const faults = await Promise.all(
    pictures.map(async ({ contentUrl, width, height }) => {
      const target = resolveReference(site, page.file, String(contentUrl));
      if (target.kind !== "file") return [`${contentUrl} is no file of the site`];
      const bytes = await readFile(path.join(site.folder, target.file));
      const found = await sharp(bytes).metadata();
      const isTrue = found.width === width && found.height === height;
      return isTrue ? [] : [`${contentUrl} is not ${width} × ${height}`];
    }),
  );
  return faults.flat();
}
