import type { Position } from "../../lib/position.ts";
import { chartProjection } from "./chart-projection.ts";
import type { ChartWords } from "./chart-words.ts";
import { chartCentre, tall, wide } from "./layouts.ts";
import { drawPlane } from "./plane.ts";
import { sheet } from "./sheet.ts";
import { similarity } from "./similarity.ts";

/**
 * The chart of the crossing, to be put into the page once: two `<svg>`s, across the page and down
 * the page, of which the stylesheet shows one (`crossing-wide`, `crossing-tall`). The second
 * shows the coasts of the first, turned. No colour, no size, no style: all that is the
 * stylesheet's, by the classes.
 */
export function crossingMap(from: Position, to: Position, words: ChartWords): string {
  const [across, down] = [wide, tall].map((layout) => ({
    layout,
    projection: chartProjection(
      chartCentre,
      { position: from, at: layout.from },
      { position: to, at: layout.to },
    ),
  }));
  if (!across || !down) throw new Error("both layouts are drawn");
  const plane = drawPlane(across.projection, [across, down], [from, to]);
  const turned = similarity([wide.from, wide.to], [tall.from, tall.to]);
  const defined = `<defs><path id="crossing-coast" class="crossing-line" d="${plane.land}"/><path id="crossing-graticule" class="crossing-line" d="${plane.graticule}"/><path id="crossing-course" class="crossing-line" d="${plane.course}"/></defs>`;
  const shown = [
    ["shoal", "coast"],
    ["shallow", "coast"],
    ["land", "coast"],
    ["graticule", "graticule"],
    ["course", "course"],
  ]
    .map(([look, line]) => `<use class="crossing-${look}" href="#crossing-${line}"/>`)
    .join("");
  return `<div class="crossing-map" role="img" aria-label="${escapeAttribute(words.description)}">${sheet(across, from, to, words, defined + shown)}${sheet(down, from, to, words, `<g transform="${turned}">${shown}</g>`)}</div>`;
}

function escapeAttribute(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}
