import type { Rules } from "../problems/problem.ts";

/** What can be wrong with the facts in `content/_data/`, beyond what can be wrong with any YAML. */
export const factsRules = {
  "facts-missing": {
    severity: "error",
    message: "the file is missing, and the site cannot be built without it",
    remedy: "bring it back from the history of the repository",
    example: {},
  },
  "facts-empty": {
    severity: "error",
    message: "the file holds nothing",
    remedy: "bring its text back from the history of the repository",
    example: {},
  },
  "origin-form": {
    severity: "error",
    message: "`{found}` is not the beginning of the site's address",
    remedy: "write `https://` and the host alone, such as `origin: {suggestion}`",
    example: { found: "https://www.l-s-p.org.uk/home", suggestion: "https://www.l-s-p.org.uk" },
  },
  "email-form": {
    severity: "error",
    message: "`{found}` is not an e-mail address",
    remedy: "write it like `getintouch@l-s-p.org.uk`",
    example: { found: "getintouch" },
  },
  "telephone-form": {
    severity: "error",
    message: "`{found}` is not a telephone number",
    remedy: 'write digits and spaces in quotation marks, such as `telephone: "01824 8269 2744"`',
    example: { found: "ask us" },
  },
  "time-zone-name": {
    severity: "error",
    message: "there is no time zone `{found}`",
    remedy: "write its name in the time zone database, such as `{suggestion}`",
    example: { found: "London", suggestion: "Europe/London" },
  },
  "when-form": {
    severity: "error",
    message: "`{found}` is neither a year nor a day",
    remedy: 'write a year or a day in quotation marks: `when: "{year}"` or `when: "{year}-10-18"`',
    example: { found: "October 1999", year: "1999" },
  },
  "expires-form": {
    severity: "error",
    message: "`{found}` is not a day",
    remedy: "write year, month and day, such as `expires: 2027-10-31`",
    example: { found: "October 2027" },
  },
  "navigation-page": {
    severity: "error",
    message: "the navigation leads to `{page}`, and there is no {source}",
    remedy: "{advice}",
    example: {
      page: "abuot",
      source: "content/en/abuot.md",
      advice: "did you mean `about`?",
    },
  },
  "tag-form": {
    severity: "error",
    message: "`{key}` is not a tag that an address can hold",
    remedy:
      "write up to 80 lower-case letters a–z, digits and single hyphens, such as `{suggestion}`",
    example: { key: "World Heritage", suggestion: "world-heritage" },
  },
  "tag-name-twice": {
    severity: "error",
    message: "another tag has the name `{found}` too",
    remedy: "change one of the two, or delete the tag that is too many",
    example: { found: "Heritage" },
  },
  "string-key-form": {
    severity: "error",
    message: "`{key}` is not a key for words of the interface",
    remedy: "write letters a–z and digits alone, beginning with a small letter",
    example: { key: "skip to content" },
  },
  "string-missing": {
    severity: "error",
    message: "`{key}` is missing, which {other} has",
    remedy: "add the key here and give it its words in {language}",
    example: { key: "news.older", other: "content/_data/strings/en.yaml", language: "Chinese" },
  },
  "string-surplus": {
    severity: "error",
    message: "`{key}` is not in {other}",
    remedy: "{advice}",
    example: {
      key: "news.odler",
      other: "content/_data/strings/en.yaml",
      advice: "did you mean `older`?",
    },
  },
  "string-english": {
    severity: "error",
    message: "`{key}` is still in English: “{found}”",
    remedy: "translate it into Chinese",
    example: { key: "news.older", found: "Older" },
  },
  "string-braces": {
    severity: "error",
    message: "`{key}` must hold {expected}, as in {other}",
    remedy: "write the words in braces exactly as they stand there, untranslated",
    example: {
      key: "news.page",
      expected: "`{number}` and `{count}`",
      other: "content/_data/strings/en.yaml",
    },
  },
} as const satisfies Rules;
