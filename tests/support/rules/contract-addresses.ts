import type { Site } from "../site/read-site.ts";

const addresses = ["/", "/about/", "/news/", "/contact/", "/accessibility/", "/404.html"];

/** The addresses that the outside world counts on, in each language, and six articles. */
export function contractAddresses(site: Site): string[] {
  const existing = site.pages.map(({ address }) => address);
  return ["", "/zh"].flatMap((language) => {
    const missing = addresses
      .map((address) => language + address)
      .filter((address) => !existing.includes(address))
      .map((address) => `${address}  is no page`);
    const article = new RegExp(`^${language}/news/(?!\\d+/)[^/]+/$`);
    const articles = existing.filter((address) => article.test(address)).length;
    if (articles < 6) missing.push(`${language}/news/  has ${articles} articles, expected six`);
    return missing;
  });
}
