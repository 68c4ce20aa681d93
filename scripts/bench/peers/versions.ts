/**
 * What the peers are made of, from npm, beside Debian's `hugo`. Exact, so that two runs compare the
 * same things; to be raised by hand.
 */
export const versions = {
  eleventy: { "@11ty/eleventy": "3.1.8", "html-minifier-terser": "7.2.0" },
  eleventyImg: { "@11ty/eleventy-img": "6.0.4" },
  astro: { astro: "7.3.5", "@astrojs/rss": "4.0.19", "@astrojs/sitemap": "3.7.4" },
  /** For Astro, which needs Node 22 or later; the packages are named by platform. */
  node: "24.21.0",
} as const;
