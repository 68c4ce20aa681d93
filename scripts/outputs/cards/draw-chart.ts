import type { Card } from "./card.ts";
import { panel, sheet } from "./card-frames.ts";
import { chartGround } from "./chart-ground.ts";

/**
 * The chart that a card is drawn on: the graticule across the sheet and, where no photograph
 * stands, the crossing in the panel.
 */
export function drawChart({ from, to, colours }: Card, crossing: boolean): string {
  const { land, graticule, course } = chartGround(from, to);
  const { paper, shallow, muted, deep, magenta } = colours;
  const lines = `<path d="${graticule}" fill="none" stroke="${deep}" stroke-width="1.4" stroke-opacity=".2"/>`;
  const shore = (width: number, opacity: number) =>
    `<path d="${land}" fill="none" stroke="${shallow}" stroke-width="${width}" stroke-opacity="${opacity}"/>`;
  const coasts = `<g clip-path="url(#panel)" stroke-linejoin="round"><rect width="100%" height="100%" fill="${paper}"/>${shore(60, 0.5)}${shore(26, 1)}<path d="${land}" fill="${colours.land}" stroke="${muted}" stroke-width="1.6"/>${lines}<path d="${course}" fill="none" stroke="${magenta}" stroke-width="8" stroke-dasharray="28 16"/></g>`;
  return `<clipPath id="sheet"><rect width="${2 * sheet.width}" height="${2 * sheet.height}"/></clipPath><clipPath id="panel"><rect x="${2 * (panel.left - sheet.left)}" width="${2 * panel.width}" height="${2 * panel.height}"/></clipPath><g transform="translate(${sheet.left} ${sheet.top}) scale(.5)" clip-path="url(#sheet)">${lines}${crossing ? coasts : ""}</g>`;
}
