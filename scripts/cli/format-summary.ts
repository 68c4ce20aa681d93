import type { BuildSummary } from "../site/stage-site.ts";

/** The last line of a build: what was made, and how long it took. */
export function formatSummary(summary: BuildSummary, seconds: number): string {
  const { pages, leftOut, made, reused, files, bytes } = summary;
  const megabytes = (bytes / 1_000_000).toFixed(1);
  const later = leftOut > 0 ? ` (${leftOut} left out: drafts or not due yet)` : "";
  return `${pages} pages${later}; photographs and cards: ${made} made, ${reused} reused; ${files} files, ${megabytes} MB in _site/; ${seconds.toFixed(1)} s`;
}
