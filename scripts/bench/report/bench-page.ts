import { groupBy } from "../../lib/lists.ts";
import type { BenchRow } from "../cases/bench-row.ts";
import type { Goal } from "../goals.ts";
import { benchNotes } from "./bench-notes.ts";
import type { BenchResults } from "./bench-results.ts";
import { caseChart } from "./case-chart.ts";
import type { Chart } from "./chart.ts";
import { drawChart } from "./draw-chart.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { growthCharts } from "./growth-charts.ts";
import { pageStyles } from "./page-styles.ts";
import { groupHeadings, markKey } from "./page-words.ts";
import { tableMarkup } from "./table-markup.ts";

/** A run of the bench as a page of charts that stands by itself. */
export function benchPage(results: BenchResults, goals: readonly Goal[]): string {
  const { heading, verdict, meaning, remarks } = benchNotes(results, goals);
  const sections = [...groupBy(results.rows, ({ group }) => group)].map(
    ([group, rows]) =>
      `<section>\n<h2>${escapeMarkup(groupHeadings[group] ?? group)}</h2>\n<div class="charts">\n${chartsOf(rows, results.rows, goals)}\n</div>\n</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Speed and scale, side by side</title>
<style>${pageStyles}</style>
</head>
<body>
<header>
<h1>Speed and scale, side by side</h1>
<p>${escapeMarkup(verdict)}</p>
<p class="where">${escapeMarkup(heading)}. ${escapeMarkup(meaning)}</p>
<ul class="key">${markKey.map((line) => `<li>${line}</li>`).join("\n")}</ul>
</header>
<main>
${sections.join("\n")}
<section>
<h2>All figures</h2>
${tableMarkup(results.rows, goals)}
${remarks.length > 0 ? `<ul class="remarks">${remarks.map((each) => `<li>${escapeMarkup(each)}</li>`).join("\n")}</ul>` : ""}
</section>
</main>
</body>
</html>
`;
}

/** The charts of a group: one a case, and how the cases grow. */
function chartsOf(
  rows: readonly BenchRow[],
  all: readonly BenchRow[],
  goals: readonly Goal[],
): string {
  const cases = [...groupBy(rows, ({ id }) => id).values()];
  const charts = cases.map((each) => figure(caseChart(each, all, goals), missingOf(each)));
  return [...charts, ...growthCharts(rows, goals).map((chart) => figure(chart, []))].join("\n");
}

function missingOf(rows: readonly BenchRow[]): string[] {
  return rows.flatMap(({ competitor, missing }) =>
    missing === undefined ? [] : `${competitor} was not measured: ${missing}`,
  );
}

function figure(chart: Chart, missing: readonly string[]): string {
  const words = missing.map((each) => `<p class="missing">${escapeMarkup(each)}</p>`);
  const drawing = chart.entries.length > 0 ? [drawChart(chart)] : [];
  const title = `<h3>${escapeMarkup(chart.title)}</h3>`;
  return [`<div class="chart">`, title, ...drawing, ...words, "</div>"].join("\n");
}
