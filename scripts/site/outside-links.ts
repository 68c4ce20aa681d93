import { readFile } from "node:fs/promises";
import path from "node:path";
import { isPublished } from "../content/entry.ts";
import { placeInFile } from "../markdown/places.ts";
import { licencePage } from "../outputs/small-texts.ts";
import { recordPath } from "../photos/use.ts";
import type { Place } from "../problems/problem.ts";
import { parseYaml } from "../problems/yaml.ts";
import { contentTexts } from "./content-texts.ts";
import type { InspectedSite } from "./inspect-site.ts";
import type { Settings } from "./settings.ts";

/** A link of a published page that leaves the site, where an editor can change it. */
export interface OutsideLink extends Place {
  /** `https://…` or `http://…`, as written. */
  href: string;
}

/** The links to other sites in published texts, and to the licences of photographs. */
export async function outsideLinks(
  site: InspectedSite,
  { root, now }: Settings,
): Promise<OutsideLink[]> {
  const inTexts = site.entries
    .filter((entry) => isPublished(entry, now))
    .flatMap((file) => contentTexts(file))
    .flatMap((text) =>
      text.references.links
        // What is malformed, the check tells.
        .filter(({ kind, href }) => kind === "external" && URL.canParse(href))
        .map(({ href, ...at }) => ({ href, path: text.file.source, ...placeInFile(text, at) })),
    );
  const inRecords = [...site.photographs].map(async ([photo, { record }]) => {
    const href = licencePage(record.licence);
    return href === undefined ? [] : [{ href, ...(await licencePlace(root, recordPath(photo))) }];
  });
  return [...inTexts, ...(await Promise.all(inRecords)).flat()];
}

async function licencePlace(root: string, record: string): Promise<Place> {
  const text = await readFile(path.join(root, record), "utf8");
  const licence = parseYaml({ path: record, text, firstLine: 1 }).find(["licence"]);
  return { path: record, ...(licence?.value ?? { line: 1, column: 1 }) };
}
