import { parsePage } from "./parse-page.ts";
import type { Site } from "./read-site.ts";

/** A site of pages that no build has made, from their HTML by address. */
export function siteOfPages(pages: ReadonlyMap<string, string>): Site {
  return {
    folder: "",
    origin: "https://www.example.org",
    prefix: "/",
    files: new Set(),
    redirects: [],
    pages: [...pages].map(([address, html]) => {
      return { file: address.slice(1), address, html, language: "en", ...parsePage(html) };
    }),
  };
}
