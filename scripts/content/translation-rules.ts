import type { Rules } from "../lib/rule.ts";

/** How a page and its counterpart in the other language can have drifted apart. */
export const translationRules = {
  "translation-missing": {
    severity: "warning",
    message: "this page has no counterpart in {language}",
    remedy: "write it in {counterpart}",
    example: { language: "Chinese", counterpart: "content/zh/news/culture-day.md" },
  },
  "translation-date": {
    severity: "warning",
    message: "the date is {found}, and that of {counterpart} is {other}",
    remedy: "give both pages the same date",
    example: {
      found: "2025-05-29",
      counterpart: "content/en/news/culture-day.md",
      other: "2025-05-28",
    },
  },
  "translation-changed": {
    severity: "warning",
    message: "{counterpart} has changed since this translation was made",
    remedy: "bring the translation up to date, then replace this line by `{line}`",
    example: { counterpart: "content/en/news/culture-day.md", line: "translated: 3f9a1c07" },
  },
  "translation-unrecorded": {
    severity: "warning",
    message: "it is not recorded which text of {counterpart} this translates",
    remedy: "once the translation is right, add this line to the front matter: `{line}`",
    example: { counterpart: "content/en/news/culture-day.md", line: "translated: 3f9a1c07" },
  },
} as const satisfies Rules;
