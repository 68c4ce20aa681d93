import { readFile } from "node:fs/promises";
import path from "node:path";
import Validator from "@adobe/structured-data-validator";
import sharp from "sharp";
import { groupBy } from "../../../scripts/lib/lists.ts";
import { projectRoot } from "../files.ts";
import { resolveReference } from "../references.ts";
import type { Page, ParsedPage, Site } from "../site.ts";

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

/** A thing in structured data, as its readers see it. */
export type Thing = Readonly<Record<string, unknown>>;

/** The graph of a page's structured data; empty where it has none. Throws if it has two. */
export function structuredDataOf({ tags }: ParsedPage): readonly Thing[] {
  const scripts = tags.filter(({ attributes }) => attributes.type === "application/ld+json");
  if (scripts.length > 1) throw new Error(`${scripts.length} scripts of structured data`);
  const [script] = scripts;
  return script ? JSON.parse(script.text)["@graph"] : [];
}

/** Everything described or named in structured data, at any depth. */
function thingsIn(data: unknown): Thing[] {
  if (Array.isArray(data)) return data.flatMap(thingsIn);
  if (typeof data !== "object" || data === null) return [];
  const thing = data as Thing;
  return [thing, ...Object.values(thing).flatMap(thingsIn)];
}

const vocabulary: unknown = JSON.parse(
  await readFile(path.join(projectRoot, "tests/fixtures/schema-org/vocabulary.json"), "utf8"),
);

/**
 * What is wrong with structured data by the vocabulary of schema.org, and by what Google asks for and
 * recommends in the types that it shows.
 */
async function vocabularyFaults(graph: readonly Thing[]): Promise<string[]> {
  const types = groupBy(structuredClone(graph), (thing) => String(thing["@type"]));
  const issues = await new Validator(vocabulary).validate({ jsonld: Object.fromEntries(types) });
  return issues.map(({ rootType, issueMessage }) => `${rootType}: ${issueMessage}`);
}
