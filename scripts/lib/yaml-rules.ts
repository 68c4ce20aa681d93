import type { Rules } from "./rule.ts";

/** What can be wrong with any YAML that people write. */
export const yamlRules = {
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
} as const satisfies Rules;
