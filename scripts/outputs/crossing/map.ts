import { geoInterpolate } from "d3-geo";
import { greatCircleDistance, type Position } from "../../lib/geography.ts";
import { escapeXml } from "../xml.ts";
import {
  type ChartWords,
  chartCentre,
  type Layout,
  type TextBlock,
  tall,
  wide,
} from "./layouts.ts";
import { type Drawing, drawPlane, neatline, placeAt } from "./plane.ts";
import { chartProjection, type Point, project, similarity } from "./projection.ts";

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
  return `<div class="crossing-map" role="img" aria-label="${escapeXml(words.description, "attribute")}">${sheet(across, from, to, words, defined + shown)}${sheet(down, from, to, words, `<g transform="${turned}">${shown}</g>`)}</div>`;
}

/** One chart: an `<svg>` with its frame, its names and figures around the shared drawing. */
function sheet(
  drawing: Drawing,
  from: Position,
  to: Position,
  words: ChartWords,
  plane: string,
): string {
  const { layout } = drawing;
  const { width, height, margin } = layout;
  const names = [
    ...layout.waters.map(({ water, at, turn }) =>
      text("crossing-water", at, words.waters[water], turn),
    ),
    ...runFigures(drawing, from, to),
    port(layout.from, layout.fromLabel, layout.leading, [words.from, words.fromPosition]),
    port(layout.to, layout.toLabel, layout.leading, [words.to, words.toPosition]),
    summary(layout, words.summary),
  ];
  return [
    `<svg class="crossing-${layout.name}" viewBox="0 0 ${width + 2 * margin} ${height + 2 * margin}" aria-hidden="true">`,
    `<svg x="${margin}" y="${margin}" width="${width}" height="${height}">`,
    `<rect class="crossing-sea" width="100%" height="100%"/>`,
    plane,
    rose(drawing),
    ...names,
    "</svg>",
    frame(drawing),
    "</svg>",
  ].join("");
}

function port([x, y]: Point, label: TextBlock, leading: number, lines: readonly string[]): string {
  return `<circle class="crossing-port" cx="${x}" cy="${y}" r="5"/><circle class="crossing-dot" cx="${x}" cy="${y}" r="1.5"/>${block({ ...label, at: [x + label.at[0], y + label.at[1]] }, leading, lines, ["crossing-name", "crossing-position"])}`;
}

function summary({ summary: place, leading }: Layout, lines: readonly string[]): string {
  if (place !== "along the course") return block(place, leading, lines);
  return `<text class="crossing-sounding crossing-along" dy="20"><textPath href="#crossing-course" startOffset="50%">${escapeXml(lines.join(" · "), "text")}</textPath></text>`;
}

function block(
  { at: [x, y], anchor }: TextBlock,
  leading: number,
  lines: readonly string[],
  looks: readonly string[] = [],
): string {
  const rows = lines.map((line, index) =>
    text(looks[index] ?? "crossing-sounding", [x, y + leading * index], line),
  );
  return `<g text-anchor="${anchor}">${rows.join("")}</g>`;
}

/** The distance run so far, beside the course. */
function runFigures({ layout, projection }: Drawing, from: Position, to: Position): string[] {
  const { every, offset } = layout.run;
  const length = greatCircleDistance(from, to);
  const along = geoInterpolate([from.longitude, from.latitude], [to.longitude, to.latitude]);
  const marks: string[] = [];
  for (let run = every; run < length - every / 4; run += every) {
    const [longitude, latitude] = along(run / length);
    const [x, y] = project(projection, { longitude, latitude });
    marks.push(text("crossing-run", [x + offset[0], y + offset[1]], String(run)));
  }
  return marks;
}

function rose(drawing: Drawing): string {
  const { layout, projection } = drawing;
  const { at: centre, radius } = layout.rose;
  const here = placeAt(drawing, centre);
  const north = project(projection, { ...here, latitude: here.latitude + 0.1 });
  const turn = (Math.atan2(north[0] - centre[0], centre[1] - north[1]) * 180) / Math.PI;
  const r = radius;
  return `<g class="crossing-rose" transform="translate(${round(centre[0])} ${round(centre[1])}) rotate(${round(turn)})"><circle r="${r}" pathLength="360"/><circle class="crossing-points" r="${r - 3}" pathLength="72"/><circle class="crossing-winds" r="${r - 5}" pathLength="72"/><path d="M0 ${r - 10}V${10 - r}M${10 - r} 0H${r - 10}"/><path class="crossing-north" d="M0 ${-r - 9}l4 9h-8z"/></g>`;
}

function frame(drawing: Drawing): string {
  const { width, height, margin, figures: interval } = drawing.layout;
  const { ticks, figures } = neatline(width, height, (point) => placeAt(drawing, point), interval);
  const out = 5;
  const place = ([x, y]: Point, distance: number): Point => [
    x === 0 ? margin - distance : x === width ? width + margin + distance : x + margin,
    y === 0 ? margin - distance : y === height ? height + margin + distance : y + margin,
  ];
  const pieces = ticks.map(({ from, to }) => {
    const horizontal = from[1] === to[1];
    const [x, y] = horizontal
      ? [from[0] + margin, place([1, from[1]], out / 2 + 0.5)[1]]
      : [place([from[0], 1], out / 2 + 0.5)[0], from[1] + margin];
    return `M${x} ${y}${horizontal ? `h${to[0] - from[0]}` : `v${to[1] - from[1]}`}`;
  });
  const rule = (distance: number, className: string) =>
    `<rect class="${className}" x="${margin - distance}" y="${margin - distance}" width="${width + 2 * distance}" height="${height + 2 * distance}"/>`;
  const labels = figures.map(({ at, degrees: value, axis }) =>
    text("crossing-degree", place(at, axis === "longitude" ? 17 : 20), `${Math.abs(value)}°`),
  );
  return `<path class="crossing-scale" d="${pieces.join("")}"/>${rule(0, "crossing-rule")}${rule(out + 1, "crossing-rule")}${rule(out + 3, "crossing-border")}<g text-anchor="middle">${labels.join("")}</g>`;
}

function text(className: string, [x, y]: Point, words: string, turn?: number): string {
  const place = `x="${round(x)}" y="${round(y)}"`;
  const turned = turn ? ` transform="rotate(${turn} ${round(x)} ${round(y)})"` : "";
  return `<text class="${className}" ${place}${turned}>${escapeXml(words, "text")}</text>`;
}

function round(value: number): number {
  return Math.round(value) + 0;
}
