import assert from "node:assert/strict";
import test from "node:test";
import { contentFile } from "../../../scripts/content/entry.ts";
import { readEntry } from "../../../scripts/content/front-matter.ts";
import type { Language } from "../../../scripts/lib/languages.ts";
import { brief } from "../../support/brief.ts";

/** The rule that is told of a date, and what may be written in its place. */
function told(date: string, language: Language = "en"): string[] {
  const file = contentFile("content/en/news/x.md", language, "news/x");
  const { problems } = readEntry(file, `---\ntitle: T\nsummary: S\ndate: ${date}\n---\n`);
  return problems.map((problem) => brief(problem).replaceAll(" date:", ""));
}

for (const [written, expected] of [
  ["2026-02-30", "date-impossible 2026-02-28"],
  ["2024-02-30", "date-impossible 2024-02-29"],
  ["2026-04-31", "date-impossible 2026-04-30"],
  ["2026-00-10", "date-impossible 2026-11-23"],
  ["0000-01-01", "date-impossible 2026-11-23"],
  ["2026-31-12", "date-form 2026-12-31"],
  ["31/12/2026", "date-form 2026-12-31"],
  ["12/31/2026", "date-form 2026-12-31"],
  ["4.4.2026", "date-form 2026-04-04"],
  ["2026-7-5", "date-form 2026-07-05"],
  ["2026/07/05", "date-form 2026-07-05"],
  ["20260705", "date-form 2026-07-05"],
  ["2026年7月5日", "date-form 2026-07-05"],
  ["5 July 2026", "date-form 2026-07-05"],
  ["July 5th, 2026", "date-form 2026-07-05"],
  ["2026-07-05 10:00 +01:00", "date-form 2026-07-05T10:00+01:00"],
  ["2026-07-05T10:00+99:00", "date-form 2026-07-05T10:00+01:00"],
  ["03/04/2026", "date-ambiguous 2026-04-03 2026-03-04"],
  ["2026-12-31T18:00", "time-without-offset 2026-12-31 2026-12-31T18:00+00:00"],
  ["2026-07-05T25:00Z", "time-impossible 2026-07-05T18:00Z"],
  ["tomorrow", "date-unclear 2026-11-23"],
  ["2026", "date-unclear 2026-11-23"],
  ["2026-07", "date-unclear 2026-11-23"],
] as const) {
  test(`date: ${written}`, () => assert.deepEqual(told(written), [`4:7 ${expected}`]));
}

test("the offset that is offered is that of the page's city on that day", () => {
  assert.match(told("2026-07-05 09:30")[0] ?? "", / 2026-07-05T09:30\+01:00$/);
  assert.match(told("2026-07-05 09:30", "zh")[0] ?? "", / 2026-07-05T09:30\+08:00$/);
});

for (const sound of [
  "2026-07-05",
  '"2026-07-05"',
  "2026-07-05T09:30Z",
  "2026-07-05T09:30:00+08:00",
]) {
  test(`date: ${sound} is in order`, () => assert.deepEqual(told(sound), []));
}
