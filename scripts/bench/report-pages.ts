import type { PageBench } from "./bench-pages.ts";
import { budgets } from "./budgets.ts";
import { type Column, formatTable } from "./format-table.ts";
import { overBudget } from "./over-budget.ts";
import { sumBytes } from "./sum-bytes.ts";

const columns: readonly Column[] = [
  { heading: "Page", figures: false },
  ...[
    "HTML+CSS",
    "Fonts",
    "Pictures",
    "All",
    "Req.",
    "Whole",
    "Req.",
    "Lighthouse",
    "LCP s",
    "CLS",
    "TBT ms",
  ].map((heading) => ({ heading, figures: true })),
];

/** The bench of the pages as Markdown: a table, what it means, and what is amiss. */
export function reportPages(pages: readonly PageBench[]): string {
  const over = pages.flatMap(({ address, weight }) =>
    overBudget(weight).map((fault) => `- \`${address}\` ${fault}`),
  );
  return [
    "# Pages",
    formatTable(columns, pages.map(rowOf)),
    [
      "Bytes of the bodies as sent, text in Brotli (quality 11), at 390 × 844 px and DPR 2 with an empty cache:",
      "“All” without scrolling, “Whole” after scrolling through.",
      "Lighthouse: performance, accessibility, best practices, SEO; LCP, CLS and TBT on its simulated slow 4G.",
      `Budgets: HTML and CSS ${figure(budgets.markup)}, fonts ${figure(budgets.fonts)}, whole page ${figure(budgets.whole)}.`,
    ].join("\n"),
    "## Over budget",
    over.length > 0 ? over.join("\n") : "None.",
    "## What Lighthouse does not pass",
    listFindings(pages) || "Nothing.",
    "",
  ].join("\n\n");
}

function rowOf({ address, weight, audit }: PageBench): string[] {
  const { firstView, whole } = weight;
  const { performance, accessibility, bestPractices, seo } = audit.scores;
  return [
    address,
    figure(sumBytes(firstView, "document", "stylesheet")),
    figure(sumBytes(firstView, "font")),
    figure(sumBytes(firstView, "image")),
    figure(sumBytes(firstView)),
    figure(firstView.length),
    figure(sumBytes(whole)),
    figure(whole.length),
    [performance, accessibility, bestPractices, seo].join(" "),
    (audit.largestPaint / 1000).toFixed(2),
    audit.layoutShift.toFixed(3),
    audit.blocking.toFixed(0),
  ];
}

/** Each finding once, with the pages that have it. */
function listFindings(pages: readonly PageBench[]): string {
  const found = new Map<string, string[]>();
  for (const { address, audit } of pages) {
    for (const { id, score, text } of audit.findings) {
      const verdict = score === undefined ? "failed to run" : score.toFixed(2);
      const finding = `- \`${id}\` ${verdict}: ${text}`;
      found.set(finding, [...(found.get(finding) ?? []), `\`${address}\``]);
    }
  }
  return [...found].map(([finding, where]) => `${finding} (${where.join(", ")})`).join("\n");
}

function figure(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
