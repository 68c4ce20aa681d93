import type { BarKind, Chart, ChartEntry, ChartTarget } from "./chart.ts";
import { escapeMarkup } from "./escape-markup.ts";

/** In px. */
const heights: Readonly<Record<BarKind, number>> = {
  wall: 12,
  cpu: 5,
  memory: 5,
  bytes: 12,
  growth: 12,
};
const wordsHeight = 19;
const barGap = 2;
const entryGap = 13;
const targetHeight = 17;

/**
 * A chart as SVG. Lengths are percentages, so that the bars take the width there is, while words keep
 * their size.
 */
export function drawChart({ title, entries, targets }: Chart): string {
  const top = targets.length * targetHeight + (targets.length > 0 ? 6 : 0);
  let y = top;
  const drawn = entries.map((entry) => {
    const at = y;
    y += entryHeight(entry) + entryGap;
    return drawEntry(entry, at);
  });
  const height = y - entryGap + 2;
  const spoken = entries.map(({ label, figures }) => `${label} ${figures}`).join("; ");
  return [
    `<svg width="100%" height="${height}" role="img" aria-label="${escapeMarkup(`${title}: ${spoken}`)}">`,
    ...drawn,
    ...targets.map((target, index) => drawTarget(target, index, top, height)),
    "</svg>",
  ].join("\n");
}

function entryHeight({ bars }: ChartEntry): number {
  return wordsHeight + bars.reduce((sum, { kind }) => sum + heights[kind] + barGap, 0);
}

function drawEntry({ label, figures, ours, bars }: ChartEntry, top: number): string {
  let y = top + wordsHeight;
  const drawn = bars.map(({ kind, share }) => {
    const at = y;
    y += heights[kind] + barGap;
    return `<rect class="${kind}" x="0" y="${at}" width="${percent(share)}" height="${heights[kind]}"/>`;
  });
  const baseline = top + 13;
  return [
    `<g${ours ? ' class="ours"' : ""}>`,
    `<text x="0" y="${baseline}">${escapeMarkup(label)}</text>`,
    `<text class="figures" x="100%" y="${baseline}" text-anchor="end">${escapeMarkup(figures)}</text>`,
    ...drawn,
    "</g>",
  ].join("\n");
}

/** The words stand on that side of the line where there is more room, each on a line of its own. */
function drawTarget(
  { share, label }: ChartTarget,
  index: number,
  top: number,
  height: number,
): string {
  const x = percent(share);
  const y = index * targetHeight;
  const left = share > 0.5;
  const words = `x="${x}" dx="${left ? -6 : 6}" y="${y + 12}" text-anchor="${left ? "end" : "start"}"`;
  return [
    `<text class="target" ${words}>${escapeMarkup(label)}</text>`,
    `<line class="target" x1="${x}" x2="${x}" y1="${Math.min(y + 2, top)}" y2="${height}"/>`,
  ].join("\n");
}

function percent(share: number): string {
  return `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;
}
