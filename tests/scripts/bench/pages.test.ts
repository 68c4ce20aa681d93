import assert from "node:assert/strict";
import test from "node:test";
import {
  type LighthouseResult,
  type PageBench,
  readAudit,
  reportPages,
} from "../../../scripts/bench/pages.ts";
import { overBudget } from "../../../scripts/bench/weigh.ts";
import { testTable } from "../../support/tables.ts";

type LighthouseAudit = LighthouseResult["audits"][string];

function audit(id: string, own: Partial<LighthouseAudit>): LighthouseAudit {
  return {
    id,
    title: `Title of ${id}`,
    description: "",
    score: 1,
    scoreDisplayMode: "binary",
    ...own,
  };
}

function result(...audits: LighthouseAudit[]): LighthouseResult {
  const category = (id: string, score: number) => ({ id, title: id, score, auditRefs: [] });
  const categories = ["performance", "accessibility", "best-practices", "seo"];
  const figures = [
    audit("largest-contentful-paint", { numericValue: 940.5, scoreDisplayMode: "numeric" }),
    audit("cumulative-layout-shift", { numericValue: 0, scoreDisplayMode: "numeric" }),
    audit("total-blocking-time", { numericValue: 12, scoreDisplayMode: "numeric" }),
  ];
  return {
    requestedUrl: "http://x/",
    categories: Object.fromEntries(categories.map((id, at) => [id, category(id, 1 - at / 100)])),
    audits: Object.fromEntries([...figures, ...audits].map((each) => [each.id, each])),
  };
}

test("the four scores and three figures are read", () => {
  const { scores, largestPaint, layoutShift, blocking, findings } = readAudit(result());
  assert.deepEqual(scores, { performance: 100, accessibility: 99, bestPractices: 98, seo: 97 });
  assert.deepEqual([largestPaint, layoutShift, blocking], [940.5, 0, 12]);
  assert.deepEqual(findings, []);
});

test("what does not pass is found, insights without a weight included, verdicts only", () => {
  const { findings } = readAudit(
    result(
      audit("cache-insight", {
        score: 0,
        scoreDisplayMode: "metricSavings",
        displayValue: "9 KiB",
      }),
      audit("bootup-time", { score: 0.97, scoreDisplayMode: "numeric" }),
      audit("csp-xss", { score: null, scoreDisplayMode: "informative" }),
      audit("structured-data", { score: null, scoreDisplayMode: "manual" }),
      audit("valid-source-maps", { score: null, scoreDisplayMode: "notApplicable" }),
      audit("robots-txt", { score: null, scoreDisplayMode: "error", errorMessage: "gone" }),
    ),
  );
  assert.deepEqual(findings, [
    "`cache-insight` 0.00: Title of cache-insight; 9 KiB",
    "`bootup-time` 0.97: Title of bootup-time",
    "`robots-txt` failed to run: Title of robots-txt; gone",
  ]);
});

test("a page that could not be loaded has no scores", () => {
  const runtimeError = { code: "NO_FCP", message: "nothing was painted" };
  assert.throws(() => readAudit({ ...result(), runtimeError }), /nothing was painted/);
  assert.throws(() => readAudit({ ...result(), categories: {} }), /no score for performance/);
});

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
  const finding = "`is-crawlable` 0.00: Blocked";
  const report = reportPages([bench("/", 15_000, [finding]), bench("/404.html", 9, [finding])]);
  assert.match(report, /- `\/` HTML and CSS: 15000 B, the budget is 14000 B/);
  assert.match(report, /- `is-crawlable` 0\.00: Blocked \(`\/`, `\/404\.html`\)/);
});

const downloads = (lines: string) =>
  lines.split("\n").map((line) => {
    const [kind = "", bytes] = line.split(" ");
    return download(kind, Number(bytes));
  });

testTable("budget", {
  "at first": (lines) =>
    overBudget({ firstView: downloads(lines), whole: downloads(lines), shifts: [] }),
  "by scrolling": (lines) => overBudget({ firstView: [], whole: downloads(lines), shifts: [] }),
});

test("small shifts add up, and what moved is named once", () => {
  const shift = { value: 0.0003, moved: ["main", "h1.title"] };
  assert.deepEqual(overBudget({ firstView: [], whole: [], shifts: [shift] }), []);
  assert.deepEqual(overBudget({ firstView: [], whole: [], shifts: [shift, shift] }), [
    "layout shift 0.0006 of main, h1.title",
  ]);
});
