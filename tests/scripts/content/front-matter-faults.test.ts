import assert from "node:assert/strict";
import test from "node:test";
import { contentFile } from "../../../scripts/content/entry.ts";
import { readEntry } from "../../../scripts/content/front-matter.ts";
import type { Language } from "../../../scripts/lib/languages.ts";

function told(date: string, language: Language = "en"): string[] {
  const file = contentFile("content/en/news/x.md", language, "news/x");
  const { problems } = readEntry(file, `---\ntitle: T\nsummary: S\ndate: ${date}\n---\n`);
  return problems.map(({ line, column, message, remedy }) => {
    assert.deepEqual([line, column], [4, 7]);
    return `${message} — ${remedy}`;
  });
}

const form = (found: string, date: string) =>
  `\`${found}\` is not a date in the form year-month-day — write \`date: ${date}\``;
const impossible = (found: string, date: string) =>
  `\`${found}\` is a day that does not exist — write a day of the calendar, such as \`date: ${date}\``;
const unclear = (found: string) =>
  `\`${found}\` is not a date in the form year-month-day — write the day like this: \`date: 2026-11-23\``;

const cases: [written: string, expected: string][] = [
  ["2026-02-30", impossible("2026-02-30", "2026-02-28")],
  ["2024-02-30", impossible("2024-02-30", "2024-02-29")],
  ["2026-04-31", impossible("2026-04-31", "2026-04-30")],
  ["2026-00-10", impossible("2026-00-10", "2026-11-23")],
  ["0000-01-01", impossible("0000-01-01", "2026-11-23")],
  ["2026-31-12", form("2026-31-12", "2026-12-31")],
  ["31/12/2026", form("31/12/2026", "2026-12-31")],
  ["12/31/2026", form("12/31/2026", "2026-12-31")],
  ["4.4.2026", form("4.4.2026", "2026-04-04")],
  ["2026-7-5", form("2026-7-5", "2026-07-05")],
  ["2026/07/05", form("2026/07/05", "2026-07-05")],
  ["20260705", form("20260705", "2026-07-05")],
  ["2026年7月5日", form("2026年7月5日", "2026-07-05")],
  ["5 July 2026", form("5 July 2026", "2026-07-05")],
  ["July 5th, 2026", form("July 5th, 2026", "2026-07-05")],
  ["2026-07-05 10:00 +01:00", form("2026-07-05 10:00 +01:00", "2026-07-05T10:00+01:00")],
  ["2026-07-05T10:00+99:00", form("2026-07-05T10:00+99:00", "2026-07-05T10:00+01:00")],
  [
    "03/04/2026",
    "`03/04/2026` can be read as two different days — write `date: 2026-04-03` or `date: 2026-03-04`",
  ],
  [
    "2026-12-31T18:00",
    "`2026-12-31T18:00` does not say in which time zone — write the day alone, `date: 2026-12-31`, or the time with its offset, `date: 2026-12-31T18:00+00:00`",
  ],
  [
    "2026-07-05T25:00Z",
    "`2026-07-05T25:00Z` has a time that does not exist — write hours from 00 to 23 and minutes from 00 to 59, such as `date: 2026-07-05T18:00Z`",
  ],
  ["tomorrow", unclear("tomorrow")],
  ["2026", unclear("2026")],
  ["2026-07", unclear("2026-07")],
];

for (const [written, expected] of cases) {
  test(`date: ${written}`, () => assert.deepEqual(told(written), [expected]));
}

test("the offset that is offered is that of the page's city on that day", () => {
  assert.match(told("2026-07-05 09:30")[0] ?? "", /`date: 2026-07-05T09:30\+01:00`$/);
  assert.match(told("2026-07-05 09:30", "zh")[0] ?? "", /`date: 2026-07-05T09:30\+08:00`$/);
});

for (const sound of [
  "2026-07-05",
  '"2026-07-05"',
  "2026-07-05T09:30Z",
  "2026-07-05T09:30:00+08:00",
]) {
  test(`date: ${sound} is in order`, () => assert.deepEqual(told(sound), []));
}
