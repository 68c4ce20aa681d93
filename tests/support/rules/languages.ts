import type { Page, Site } from "../site/read-site.ts";
import { resolveReference } from "../site/resolve-reference.ts";
import { onEachPage } from "./on-each-page.ts";

const languageTags = { en: "en-GB", zh: "zh-Hans" };

/**
 * Each page names its language, its own address and the same page in the other language; and what
 * one page says of another, that one says of it.
 */
export function languages(site: Site): string[] {
  return onEachPage(site, (page) => [
    ...languageFaults(page),
    ...canonicalFaults(site, page),
    ...alternateFaults(site, page),
  ]);
}

function languageFaults(page: Page): string[] {
  const lang = page.tags.find(({ name }) => name === "html")?.attributes.lang;
  return lang === languageTags[page.language] ? [] : [`has lang="${lang}"`];
}

/**
 * Only the pages for missing addresses have no address of their own. Hosts send them with status
 * 404, which robots do not index.
 */
function canonicalFaults(site: Site, page: Page): string[] {
  const canonical = linksOf(page, "canonical").map(({ href }) => href);
  const own = absolute(site, page);
  const wanted = isMissingPage(page) ? "" : own;
  return canonical.join() === wanted ? [] : [`has canonical ${canonical}`];
}

function alternateFaults(site: Site, page: Page): string[] {
  const alternates = alternatesOf(page);
  if (isMissingPage(page)) return alternates.length === 0 ? [] : ["has alternates"];
  const counterpart = counterpartOf(site, page);
  const english = page.language === "en" ? page : counterpart;
  const chinese = page.language === "zh" ? page : counterpart;
  const expected: Record<string, string> = {};
  if (english && chinese) {
    expected["en-GB"] = absolute(site, english);
    expected["x-default"] = absolute(site, english);
    expected["zh-Hans"] = absolute(site, chinese);
  }
  const faults: string[] = [];
  for (const tag of new Set([...Object.keys(expected), ...alternates.map(({ tag }) => tag)])) {
    const found = alternates.filter((alternate) => alternate.tag === tag).map(({ href }) => href);
    if (found.length !== 1 || found[0] !== expected[tag]) {
      faults.push(`has alternate ${tag} ${found}, expected ${expected[tag]}`);
    }
  }
  for (const { tag, href } of alternates) {
    const target = resolveReference(site, page.file, href);
    const other = site.pages.find(({ file }) => target.kind === "file" && file === target.file);
    const back = other && alternatesOf(other).some((one) => one.href === absolute(site, page));
    if (!back) faults.push(`is not named in return by its alternate ${tag} ${href}`);
  }
  return faults;
}

function alternatesOf(page: Page): { tag: string; href: string }[] {
  return linksOf(page, "alternate").filter(({ tag }) => tag !== "");
}

function linksOf(page: Page, relation: string): { tag: string; href: string }[] {
  const links = page.tags.filter(
    ({ name, attributes }) => name === "link" && attributes.rel === relation,
  );
  return links.map(({ attributes }) => ({
    tag: attributes.hreflang ?? "",
    href: attributes.href ?? "",
  }));
}

function counterpartOf(site: Site, page: Page): Page | undefined {
  const other = page.language === "zh" ? page.address.slice("/zh".length) : `/zh${page.address}`;
  return site.pages.find(({ address }) => address === other);
}

function isMissingPage(page: Page): boolean {
  return page.file.endsWith("404.html");
}

function absolute(site: Site, page: Page): string {
  return site.origin + site.prefix + page.address.slice(1);
}
