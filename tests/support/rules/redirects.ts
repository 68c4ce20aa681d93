import type { Page, Site } from "../site/read-site.ts";

const languageTags = { en: "en-GB", zh: "zh-Hans" };

/**
 * What stands at an old address leads on at once, and by a link, to a page that is there; it says
 * so in that page's language, and tells robots to keep the page and not itself.
 */
export function redirects(site: Site): string[] {
  return site.redirects.flatMap((page) =>
    faultsOf(site, page).map((fault) => `${page.address}  ${fault}`),
  );
}

function faultsOf({ pages, origin, prefix }: Site, { tags, language }: Page): string[] {
  const read = (name: string, where: Record<string, string>, attribute: string) =>
    tags.find(
      (tag) =>
        tag.name === name && Object.entries(where).every(([key, is]) => tag.attributes[key] === is),
    )?.attributes[attribute];
  const link = read("a", {}, "href") ?? "";
  const target = pages.find(({ address }) => prefix + address.slice(1) === link);
  const faults = target === undefined ? [`leads to “${link}”, which is no page`] : [];
  const expected: [what: string, found: string | undefined, wanted: string][] = [
    ["lang", read("html", {}, "lang"), languageTags[target?.language ?? language]],
    ["refresh", read("meta", { "http-equiv": "refresh" }, "content"), `0;url=${link}`],
    ["canonical", read("link", { rel: "canonical" }, "href"), origin + link],
    ["robots", read("meta", { name: "robots" }, "content"), "noindex"],
  ];
  for (const [what, found, wanted] of expected) {
    if (found !== wanted) faults.push(`has ${what} “${found}”, not “${wanted}”`);
  }
  return faults;
}
