import assert from "node:assert/strict";
import { test } from "node:test";
import { benchMarkdown } from "../../../../scripts/bench/report/bench-markdown.ts";
import { goals, rows } from "./rows.ts";

const results = {
  date: "2026-11-28",
  commit: "0123456789",
  machine: "a lathe",
  quick: false,
  rows,
};

/** The cells of the rows that speak of a case and a competitor. */
function cellsOf(markdown: string, who: string, figure: string): string[] {
  const line = markdown.split("\n").find((each) => each.includes(who) && each.includes(figure));
  return (line ?? "").split("|").map((cell) => cell.trim());
}

test("each row has its medians, ratios stand beside the goal, and what was missed is said", () => {
  const markdown = benchMarkdown(results, goals);
  assert.ok(cellsOf(markdown, "this project", "2.00").includes("10 pages, cold"), "a median");
  const hugo = cellsOf(markdown, "Hugo", "5.00");
  assert.ok(hugo.includes("1.20") && hugo.includes("wall ≤ 1.3 × Hugo") && hugo.includes("yes"));
  const memory = cellsOf(markdown, "this project", "6.00");
  assert.ok(memory.includes("memory ≤ 700 MB") && memory.includes("no"));
  assert.match(markdown, /\| +9\.00 \| memory ≤ 10 × 10 pages, cold +\| yes/);
  const bytes = cellsOf(markdown, "eleventy-img", "100");
  assert.ok(bytes.includes("0.80") && bytes.includes("no"));
});

test("the verdict counts, what could not be measured is told, and where it was", () => {
  const markdown = benchMarkdown(results, goals);
  assert.match(markdown, /^2 of 4 goals met, 1 not measured in this run\.$/m);
  assert.match(markdown, /^2026-11-28, commit 0123456789, a lathe$/m);
  assert.match(markdown, /^- 100 pages, cold, Astro: npm could not install astro <here>$/m);
  assert.match(markdown, /^- Same similarity, this project: as alike$/m);
});

test("a quick run says that it is one", () => {
  assert.match(benchMarkdown({ ...results, quick: true }, goals), /A quick run/);
});
