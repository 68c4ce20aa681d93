import type { LoadBench } from "./bench-load.ts";
import { type Column, formatTable } from "./format-table.ts";

const columns: readonly Column[] = [
  { heading: "nginx with", figures: false },
  ...["Requests", "Errors", "Requests/s", "MB/s", "B/answer", "Median ms", "99 % ms"].map(
    (heading) => ({ heading, figures: true }),
  ),
];

/** The bench of the load as Markdown. */
export function reportLoad(found: readonly LoadBench[]): string {
  return [
    "# Load",
    formatTable(columns, found.map(rowOf)),
    "wrk with 200 connections for 30 s, every page in turn, asking for Brotli; server and wrk on the same machine.",
    "",
  ].join("\n\n");
}

function rowOf({ server, load }: LoadBench): string[] {
  const { requests, bytes, seconds, errors, median, slow } = load;
  return [
    server,
    String(requests),
    String(errors),
    (requests / seconds).toFixed(0),
    (bytes / seconds / 1e6).toFixed(1),
    (bytes / requests).toFixed(0),
    median.toFixed(1),
    slow.toFixed(1),
  ];
}
