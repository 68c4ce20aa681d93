import assert from "node:assert/strict";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { parse } from "parse5";
import { benchPage } from "../../../../scripts/bench/report/bench-page.ts";
import { goals, rows } from "./rows.ts";

const results = { date: "2026-11-28", machine: "a lathe", quick: false, rows };

test("the page of charts is sound HTML that loads nothing", async () => {
  const html = benchPage(results, goals);
  const errors: string[] = [];
  parse(html, { onParseError: ({ code }) => errors.push(code) });
  assert.deepEqual(errors, []);
  const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
  const { results: found } = await validator.validateString(html);
  const told = found.flatMap(({ messages }) => messages.map(({ message }) => message));
  assert.deepEqual(told, []);
  assert.doesNotMatch(html, /src=|href=|url\(|@import/);
});

test("a bar is as long as its figure, the goal's line stands where it is", () => {
  const html = benchPage(results, goals);
  const chart = html.slice(html.indexOf("<h3>100 pages, cold</h3>"));
  const bars = [...chart.matchAll(/<rect class="wall" x="0" y="\d+" width="([\d.]+)%"/g)];
  // CPU shares the scale of wall time: nine seconds are the whole width.
  assert.deepEqual(
    bars.slice(0, 2).map(([, width]) => Number(width)),
    [66.67, 55.56],
  );
  const line = /<line class="target" x1="([\d.]+)%"/.exec(chart);
  assert.equal(Number(line?.[1]), 72.22);
});

test("what could not be measured is named, its words escaped", () => {
  assert.match(benchPage(results, goals), /Astro was not measured: [^<]*astro &lt;here>?/);
});
