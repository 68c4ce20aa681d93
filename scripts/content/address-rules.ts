import type { Rules } from "../lib/rule.ts";

const file = "content/en/news/index.md";
const line = 'aliases: ["/news/culture-day/"]';

/** What can be wrong with the list of published addresses, and with pages that it names. */
export const addressRules = {
  "addresses-missing": {
    severity: "error",
    message: "the list of published addresses is missing, so that no address could be kept",
    remedy:
      "bring it back from the history of the repository; for a site never published, write `[]`",
    example: {},
  },
  "addresses-malformed": {
    severity: "error",
    message: "this is not the list that `npm run addresses` writes",
    remedy: "bring the file back from the history of the repository",
    example: {},
  },
  "addresses-form": {
    severity: "error",
    message: "`{found}` is not the address of a page of this site",
    remedy: "write it from the first slash to the last, such as `/about/`, or delete the line",
    example: { found: "/about" },
  },
  "address-lost": {
    severity: "error",
    message: "the page `{address}` was published, and its file is gone",
    remedy: "lead its readers on: {change} `{line}`",
    example: { address: "/news/culture-day/", change: `add to the front matter of ${file}`, line },
  },
  "address-withdrawn": {
    severity: "error",
    message: "the page `{address}` was published, and a draft is not shown",
    remedy: "delete `draft: true`, or lead its readers on: {change} `{line}`",
    example: { address: "/news/culture-day/", change: `add to the front matter of ${file}`, line },
  },
} as const satisfies Rules;
