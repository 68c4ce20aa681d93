import { type Entry, type Kind, lastChange, newestDate } from "../../content/entry.ts";
import { absoluteAddress } from "../../lib/addresses.ts";
import { formatCivilDate } from "../../lib/dates.ts";
import { groupBy } from "../../lib/lists.ts";
import { type SitemapUrl, sitemapFiles } from "../../outputs/sitemap.ts";
import { type Page, type SiteContext, type SiteLists, siteLists } from "../pages/context.ts";
import { absolutePicture } from "../pages/photographs.ts";

/**
 * The sitemap: every page that has an address of its own and that robots may list. So not the pages
 * for missing addresses, and not the search, whose results are listed themselves.
 */
export function sitemapFile(context: SiteContext, pages: readonly Page[]): Map<string, string> {
  const changeOf = lastChanges(siteLists(context.entries));
  const entries = new Map(context.entries.map((entry) => [entry.source, entry]));
  const images = imagesOf(context);
  const urls = pages.flatMap(({ source, listing }): SitemapUrl[] => {
    const entry = entries.get(source);
    if (!entry || !listing?.canonical || listing.robots !== undefined) return [];
    return [
      {
        address: listing.canonical,
        lastChange: changeOf(entry),
        alternates: listing.alternates,
        images: images(entry),
      },
    ];
  });
  return sitemapFiles(urls, (name) => absoluteAddress(`/${name}`, context));
}

const listKinds: readonly Kind[] = ["news", "archive"];

/** Lists of articles change with these. Other pages tell no day but one that their content tells. */
function lastChanges({ articles }: SiteLists): (entry: Entry) => string | undefined {
  // Once for all: a list of thousands of articles is hundreds of pages.
  const newest = {
    en: newestDate(articles.en.map(lastChange)),
    zh: newestDate(articles.zh.map(lastChange)),
  };
  return (entry) => {
    const ofArticles = listKinds.includes(entry.kind) ? newest[entry.language] : undefined;
    const changed = newestDate([lastChange(entry), ofArticles]);
    return changed && formatCivilDate(changed.day);
  };
}

/** Makes the function that lists the photographs of an entry's page, each once: absolute addresses. */
function imagesOf(context: SiteContext): (entry: Entry) => string[] {
  const usesOf = groupBy(context.photoUses, ({ source }) => source);
  return ({ source, language }) => {
    const originals = (usesOf.get(source) ?? []).map(({ written }) =>
      context.originalOf(source, written),
    );
    return [...new Set(originals)].map(
      (original) => absolutePicture({ original, alt: undefined }, language, context).src,
    );
  };
}
