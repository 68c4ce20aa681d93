import type { BenchRow } from "../cases/bench-row.ts";
import type { Goal } from "../goals.ts";
import { benchCells, benchColumns } from "./bench-table.ts";
import { escapeMarkup } from "./escape-markup.ts";

/** The table of all rows as HTML. */
export function tableMarkup(rows: readonly BenchRow[], goals: readonly Goal[]): string {
  const of = (index: number): string => (benchColumns[index]?.figures ? ' class="number"' : "");
  const head = benchColumns.map(
    ({ heading }, index) => `<th scope="col"${of(index)}>${escapeMarkup(heading)}</th>`,
  );
  const body = benchCells(rows, goals).map((cells) => {
    const last = cells.length - 1;
    const written = cells.map((cell, index) => {
      const kind = index === last && cell === "no" ? ' class="missed"' : of(index);
      return `<td${kind}>${escapeMarkup(cell)}</td>`;
    });
    return `<tr${cells[0] ? ' class="begins"' : ""}>${written.join("")}</tr>`;
  });
  return [
    '<div class="table" tabindex="0" role="region" aria-label="All figures">',
    `<table><thead><tr>${head.join("")}</tr></thead>`,
    `<tbody>${body.join("\n")}</tbody></table>`,
    "</div>",
  ].join("\n");
}
