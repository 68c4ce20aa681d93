import type { Rules } from "./problem.ts";

/** What can be wrong with the keys and values of data, whatever they mean. */
export const schemaRules = {
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
    example: { noun: "an article", key: "layout", keys: "`title`, `summary` and `date`" },
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
    remedy: "{advice}",
    example: { key: "title", advice: "write one, like `title: Liverpool in Shanghai`" },
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
      line: "aliases: [/old/]",
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
