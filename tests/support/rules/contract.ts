/** The addresses that the outside world counts on, in English; in Chinese they stand below `/zh`. */
export const contract = {
  /** Of pages that templates need. */
  pages: ["/", "/about/", "/news/", "/contact/", "/accessibility/", "/404.html"],
  /** Of what were articles from the first day, and may have moved since. */
  articles: [
    "/news/cqg-shanghai/",
    "/news/culture-day/",
    "/news/independents/",
    "/news/shanghais-riverfront/",
    "/news/twenty-five-years/",
    "/news/world-heritage/",
  ],
} as const;
