import assert from "node:assert/strict";
import test from "node:test";
import type { PageBench } from "../../../scripts/bench/bench-pages.ts";
import { reportPages } from "../../../scripts/bench/report-pages.ts";

const download = (kind: string, bytes: number) => ({ url: `http://x/${kind}`, kind, bytes });

function bench(address: string, document: number, findings: PageBench["audit"]["findings"]) {
  const firstView = [download("document", document), download("font", 22_604)];
  const whole = [...firstView, download("image", 8000)];
  const scores = { performance: 100, accessibility: 100, bestPractices: 100, seo: 60 };
  const audit = { scores, largestPaint: 936, layoutShift: 0, blocking: 3.4, findings };
  return { address, weight: { firstView, whole, shifts: [] }, audit };
}

test("each page is a row that stands in line with the others", () => {
  const report = reportPages([bench("/", 12_041, []), bench("/about/", 900, [])]);
  const rows = report.split("\n").filter((line) => line.startsWith("|"));
  assert.equal(new Set(rows.map((row) => row.length)).size, 1);
  const cells = rows[2]?.split("|").map((cell) => cell.trim());
  assert.deepEqual(cells?.slice(1, -1), [
    ...["/", "12,041", "22,604", "0", "34,645", "2", "42,645", "3"],
    ...["100 100 100 60", "0.94", "0.000", "3"],
  ]);
  assert.match(report, /## Over budget\n\nNone\./);
  assert.match(report, /does not pass\n\nNothing\./);
});

test("what is amiss is told with its page, each audit once", () => {
  const finding = { id: "is-crawlable", score: 0, text: "Blocked" };
  const report = reportPages([bench("/", 15_000, [finding]), bench("/404.html", 9, [finding])]);
  assert.match(report, /- `\/` HTML and CSS: 15000 B, the budget is 14000 B/);
  assert.match(report, /- `is-crawlable` 0\.00: Blocked \(`\/`, `\/404\.html`\)/);
});
