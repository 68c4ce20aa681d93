import type { Rules } from "./rule.ts";

/** What can be wrong with any YAML that people write, and with its keys and values. */
export const dataRules = {
  "yaml-tab": {
    severity: "error",
    message: "a tab stands at the beginning of this line",
    remedy: "replace it with two spaces",
    example: {},
  },
  "yaml-wide-colon": {
    severity: "error",
    message: "after `{key}` stands the full-width colon “：”",
    remedy: "write an ordinary colon and a space: `{line}`",
    example: { key: "title", line: 'title: "上海"' },
  },
  "yaml-space": {
    severity: "error",
    message: "after `{key}:` a space is missing",
    remedy: "write `{line}`",
    example: { key: "title", line: "title: News" },
  },
  "yaml-hash": {
    severity: "error",
    message: "everything from `#` to the end of this line would be left out",
    remedy: "put the value in quotation marks: `{line}`",
    example: { line: 'title: "Pier #3"' },
  },
  "yaml-quote": {
    severity: "error",
    message: "the quotation mark that opens here is never closed",
    remedy: "close it at the end of the value: `{line}`",
    example: { line: 'title: "World Heritage"' },
  },
  "yaml-value": {
    severity: "error",
    message: "the value of `{key}` has a character in it that means something else here",
    remedy: "put the value in quotation marks: `{line}`",
    example: { key: "title", line: 'title: "Liverpool: a city"' },
  },
  "yaml-line": {
    severity: "error",
    message: "this line is not of the form `key: value`",
    remedy: "write a key, a colon, a space and the value, such as `title: News`",
    example: {},
  },
  "yaml-malformed": {
    severity: "error",
    message: "this line does not fit the lines before it",
    remedy:
      "check that it begins as far from the left as its neighbours, and that quotation marks and brackets are closed",
    example: {},
  },
  "yaml-depth": {
    severity: "error",
    message: "lists and brackets are nested too deeply here",
    remedy: "remove the surplus brackets or dashes",
    example: {},
  },
  "yaml-sign": {
    severity: "error",
    message: "a value may not begin with `{sign}`",
    remedy: "put the value in quotation marks: `{line}`",
    example: { sign: "*", line: 'title: "*New* opening hours"' },
  },
  "root-list": {
    severity: "error",
    message: "the file must be a list",
    remedy: "begin each item with a dash and a space, such as `- page: about`",
    example: {},
  },
  "root-mapping": {
    severity: "error",
    message: "the file must have a key on every line that is not indented",
    remedy: "write lines like `origin: https://www.l-s-p.org.uk`, without a dash before the key",
    example: {},
  },
  "duplicate-key": {
    severity: "error",
    message: "`{key}` stands here for the second time, after line {first}",
    remedy: "keep one of the two lines and delete the other",
    example: { key: "title", first: "2" },
  },
  "forbidden-key": {
    severity: "error",
    message: "`{key}` cannot be used as a key",
    remedy: "delete the line",
    example: { key: "__proto__" },
  },
  "misspelt-key": {
    severity: "error",
    message: "{noun} has no key `{key}`",
    remedy: "did you mean `{nearest}`?",
    example: { noun: "an article", key: "sumary", nearest: "summary" },
  },
  "unknown-key": {
    severity: "error",
    message: "{noun} has no key `{key}`",
    remedy: "delete it; the keys are {keys}",
    example: { noun: "an article", key: "author", keys: "`title`, `summary` and `date`" },
  },
  "missing-key": {
    severity: "error",
    message: "`{key}` is missing",
    remedy: "add a line like `{line}`",
    example: { key: "title", line: "title: Liverpool in Shanghai" },
  },
  "empty-value": {
    severity: "error",
    message: "`{key}` has no value",
    remedy: "write one, like `{line}`",
    example: { key: "title", line: "title: Liverpool in Shanghai" },
  },
  "too-long": {
    severity: "error",
    message: "`{key}` has {length} characters, and {maximum} is the most it may have",
    remedy: "shorten it by {excess}",
    example: { key: "title", length: "131", maximum: "120", excess: "11" },
  },
  "unquoted-text": {
    severity: "error",
    message: "`{key}` must be text, and {found} without quotation marks is not",
    remedy: "put it in quotation marks: `{line}`",
    example: { key: "title", found: "`1999`", line: 'title: "1999"' },
  },
  "not-true-or-false": {
    severity: "error",
    message: "`{key}` must be true or false, and {found} is neither",
    remedy: "write `{line}`, without quotation marks",
    example: { key: "draft", found: '`"false"`', line: "draft: false" },
  },
  "wrong-type": {
    severity: "error",
    message: "`{key}` must be {expected}, and {found} stands here",
    remedy: "write it like `{line}`",
    example: {
      key: "aliases",
      expected: "a list",
      found: "`/old/`",
      line: 'aliases: ["/old-address/"]',
    },
  },
  "wrong-choice": {
    severity: "error",
    message: "`{key}` cannot be {found}",
    remedy: "write {choices}",
    example: { key: "city", found: "`london`", choices: "`liverpool` or `shanghai`" },
  },
  "wrong-count": {
    severity: "error",
    message: "`{key}` has the wrong number of items: {count} in place of {expected}",
    remedy: "add or remove items, each of which begins with a dash",
    example: { key: "screens", count: "3", expected: "2" },
  },
  "out-of-range": {
    severity: "error",
    message: "`{key}` is {found}, which is {direction} {limit}",
    remedy: "write a number from {minimum} to {maximum}",
    example: {
      key: "latitude",
      found: "`534.047`",
      direction: "above",
      limit: "90",
      minimum: "-90",
      maximum: "90",
    },
  },
} as const satisfies Rules;
