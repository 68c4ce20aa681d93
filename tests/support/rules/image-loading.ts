import { pageImages } from "../site/page-images.ts";
import type { Site } from "../site/read-site.ts";
import { onEachPage } from "./on-each-page.ts";

/**
 * The first image of a page is fetched before all else, the others when the reader comes near; both
 * of Welcome's screens are fetched at once, the first of them before the second.
 */
export function imageLoading(site: Site): string[] {
  return onEachPage(site, (page) => {
    const isWelcome = page.address === "/" || page.address === "/zh/";
    return pageImages(page).flatMap(({ attributes }, index) => {
      const isLazy = index > (isWelcome ? 1 : 0);
      const { src, loading = "eager", fetchpriority } = attributes;
      const faults: string[] = [];
      if (loading !== (isLazy ? "lazy" : "eager")) faults.push(`${src}: loading="${loading}"`);
      const priority = index === 0 ? "high" : isLazy ? undefined : "low";
      if (fetchpriority !== priority) faults.push(`${src}: fetchpriority="${fetchpriority}"`);
      return faults;
    });
  });
}
