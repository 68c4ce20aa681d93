import type { Page, Site } from "../../support/site.ts";

/** A page of the site and its kind, as the class of its `body` names it: `welcome`, `article`. */
export interface KindOfPage {
  kind: string;
  address: string;
  language: Page["language"];
}

/** The richest page, by its number of elements, of every kind in each language. */
export function oneOfEachKind(site: Site): KindOfPage[] {
  const richest = new Map<string, { page: Page; kind: string }>();
  for (const page of site.pages) {
    const body = page.tags.find(({ name }) => name === "body");
    const kind = /(?:^| )page-(\S+)/.exec(body?.attributes.class ?? "")?.[1];
    if (kind === undefined) throw new Error(`the body of ${page.address} names no kind`);
    const before = richest.get(`${page.language} ${kind}`);
    if (!before || page.tags.length > before.page.tags.length) {
      richest.set(`${page.language} ${kind}`, { page, kind });
    }
  }
  return [...richest.values()].map(({ page: { address, language }, kind }) => {
    return { kind, address, language };
  });
}
