import type { Page, Site } from "../site/read-site.ts";

/** Each page has one title and one description, and no other page has the same. */
export function uniqueTitles(site: Site): string[] {
  return [...unique(site, "title", titlesOf), ...unique(site, "description", descriptionsOf)];
}

function titlesOf({ tags }: Page): string[] {
  const inHead = tags.filter(({ ancestors }) => ancestors.at(-1)?.name === "head");
  return inHead.filter(({ name }) => name === "title").map(({ text }) => text.trim());
}

function descriptionsOf({ tags }: Page): string[] {
  const found = tags.filter(
    ({ name, attributes }) => name === "meta" && attributes.name === "description",
  );
  return found.map(({ attributes }) => attributes.content?.trim() ?? "");
}

function unique(site: Site, what: string, read: (page: Page) => string[]): string[] {
  const seen = new Map<string, string>();
  return site.pages.flatMap((page) => {
    const [value, ...more] = read(page);
    if (!value || more.length > 0) return [`${page.address}  has no single ${what}`];
    const other = seen.get(value);
    seen.set(value, page.address);
    return other === undefined ? [] : [`${page.address}  has the ${what} of ${other}: ${value}`];
  });
}
