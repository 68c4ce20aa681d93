import { isPublished } from "../content/entry.ts";
import type { SiteIndex } from "../markdown/link-targets.ts";
import type { ContentText, ReadFile } from "./content-texts.ts";
import { layoutIds } from "./layout-ids.ts";

/**
 * What the check of links must know of the whole site.
 *
 * @param now ms since 1970; what is due by then is on the site
 */
export function indexSite(
  texts: readonly ContentText[],
  origin: string | undefined,
  now: number,
): SiteIndex {
  const bodies = texts.filter((text) => !text.short);
  const addresses = new Map(bodies.map(({ file }) => [file.source, file.address]));
  const entries = new Map(
    bodies.map(({ file, references }) => [
      file.address,
      {
        source: file.source,
        published: isOnSite(file, now),
        ids: hasBody(file)
          ? new Set([...layoutIds[file.kind], ...references.headings.map(({ id }) => id)])
          : undefined,
      },
    ]),
  );
  return {
    origin,
    addressOf: (source) => addresses.get(source),
    entryAt: (address) => entries.get(address),
    addresses: [...entries.keys()],
    knownFiles: new Set(),
  };
}

/** Front matter takes the first lines; without its end, no body was found. */
function hasBody(file: ReadFile): boolean {
  return file.bodyLine > 1;
}

/** A file with errors counts as on the site, so that links to it are not errors too. */
export function isOnSite(file: ReadFile, now: number): boolean {
  return isPublished({ draft: file.draft ?? false, due: file.due }, now);
}
