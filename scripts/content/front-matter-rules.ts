import type { Rules } from "../problems/problem.ts";

/** What can be wrong with front matter, beyond what can be wrong with any YAML. */
export const frontMatterRules = {
  "front-matter-missing": {
    severity: "error",
    message: "the file does not begin with front matter",
    remedy: "begin it with these lines, in your own words: {lines}",
    example: {
      lines: "`---`, `title: News`, `summary: A day of music`, `date: 2026-11-23`, `---`",
    },
  },
  "front-matter-first": {
    severity: "error",
    message: "the front matter does not begin on the first line",
    remedy: "delete everything before this `---`",
    example: {},
  },
  "front-matter-language": {
    severity: "error",
    message: "the front matter begins with `{opening}`, and only YAML is read here",
    remedy: "{advice}",
    example: {
      opening: "+++",
      advice: 'write in place of its lines `---`, `title: "News"`, `---`',
    },
  },
  "front-matter-unclosed": {
    severity: "error",
    message: "the front matter is not closed",
    remedy: "write a line `---` {where}",
    example: { where: "before line 5" },
  },
  "front-matter-unopened": {
    severity: "error",
    message: "no line `---` stands above the front matter",
    remedy: "write a line `---` above this one",
    example: {},
  },
  "front-matter-line": {
    severity: "error",
    message: "the line that {what} the front matter is `{found}`",
    remedy: "write `---` alone on this line",
    example: { what: "closes", found: "-----" },
  },
  "front-matter-twice": {
    severity: "error",
    message: "a second front matter seems to begin here, directly below the first",
    remedy: "delete it, or leave an empty line above a `---` that is to be a line across the page",
    example: {},
  },
  "date-form": {
    severity: "error",
    message: "`{found}` is not a date in the form year-month-day",
    remedy: "write `{one}`",
    example: { found: "31/12/2026", one: "date: 2026-12-31" },
  },
  "date-unclear": {
    severity: "error",
    message: "`{found}` is not a date in the form year-month-day",
    remedy: "write the day like this: `{one}`",
    example: { found: "tomorrow", one: "date: 2026-11-23" },
  },
  "date-ambiguous": {
    severity: "error",
    message: "`{found}` can be read as two different days",
    remedy: "write `{one}` or `{other}`",
    example: { found: "03/04/2026", one: "date: 2026-04-03", other: "date: 2026-03-04" },
  },
  "date-impossible": {
    severity: "error",
    message: "`{found}` is a day that does not exist",
    remedy: "write a day of the calendar, such as `{one}`",
    example: { found: "2026-02-30", one: "date: 2026-02-28" },
  },
  "time-impossible": {
    severity: "error",
    message: "`{found}` has a time that does not exist",
    remedy: "write hours from 00 to 23 and minutes from 00 to 59, such as `{one}`",
    example: { found: "2026-12-31T25:00+00:00", one: "date: 2026-12-31T18:00+00:00" },
  },
  "time-without-offset": {
    severity: "error",
    message: "`{found}` does not say clearly in which time zone",
    remedy: "write the day alone, `{one}`, or the time with its offset, `{other}`",
    example: {
      found: "2026-12-31T18:00",
      one: "date: 2026-12-31",
      other: "date: 2026-12-31T18:00+00:00",
    },
  },
  "updated-early": {
    severity: "error",
    message: "`updated: {found}` is before `date: {date}`",
    remedy: "correct one of the two, or delete `updated`",
    example: { found: "2024-05-28", date: "2025-05-28" },
  },
  "screen-city-twice": {
    severity: "error",
    message: "both screens have the city `{city}`",
    remedy: "give one screen `city: liverpool` and the other `city: shanghai`",
    example: { city: "liverpool" },
  },
  "translated-form": {
    severity: "error",
    message: "`{found}` is not the day and the stamp of an English text",
    remedy: "delete the line; `npm run report -- translations` then gives the right one",
    example: { found: "yes" },
  },
  "tag-unknown": {
    severity: "error",
    message: "there is no tag `{tag}`",
    remedy: "{advice}",
    example: { tag: "heritag", advice: "did you mean `heritage`?" },
  },
  "tag-twice": {
    severity: "error",
    message: "the tag `{tag}` stands here for the second time",
    remedy: "delete it here",
    example: { tag: "heritage" },
  },
  "title-twice": {
    severity: "error",
    message: "{other} has the same title",
    remedy: "change one of the two, so that readers can tell the pages apart",
    example: { other: "content/en/news/culture-day.md" },
  },
  "still-untranslated": {
    severity: "error",
    message: "`{key}` begins with （待译）, so it is not translated yet",
    remedy: "write it in Chinese, or keep `draft: true`",
    example: { key: "title" },
  },
  "still-unwritten": {
    severity: "error",
    message: "`{key}` is still to be written",
    remedy: "write it, or keep `draft: true`",
    example: { key: "summary" },
  },
} as const satisfies Rules;
