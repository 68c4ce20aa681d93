import type { GeoProjection } from "d3-geo";
import { greatCircleDistance, type Position } from "../../lib/geography.ts";
import { escapeXml } from "../xml.ts";
import { type Layout, layouts, type Water, type WaterLabel } from "./layouts.ts";
import { neatline } from "./neatline.ts";
import { coursePath, graticulePath, landPath } from "./paths.ts";
import { chartProjection, courseBetween, invert, type Point, project } from "./projection.ts";

/** Every word on the chart, in one language. */
interface ChartWords {
  /** The whole chart in a sentence or two: all that a screen reader says. */
  readonly description: string;
  /** Names of the ports. */
  readonly from: string;
  readonly to: string;
  /** Their coordinates. */
  readonly fromPosition: string;
  readonly toPosition: string;
  readonly waters: Readonly<Record<Water, string>>;
  /** Distance and time difference, each a few words, such as `9,200 km`. */
  readonly summary: readonly string[];
}

/** A layout with the projection that draws it. */
interface Drawing {
  readonly layout: Layout;
  readonly projection: GeoProjection;
}

/**
 * The chart of the crossing, to be put into the page once: two `<svg>`s, across the page and down
 * the page, of which the stylesheet shows one (`crossing-wide`, `crossing-tall`). The second
 * shows the coasts of the first, turned. No colour, no size, no style: all that is the
 * stylesheet's, by the classes.
 */
export function crossingMap(from: Position, to: Position, words: ChartWords): string {
  const drawn = (layout: Layout): Drawing => ({
    layout,
    projection: chartProjection(
      { position: from, at: layout.from },
      { position: to, at: layout.to },
    ),
  });
  const [across, down] = [drawn(layouts.wide), drawn(layouts.tall)];
  const lines = Object.entries(sharedLines(across, down, from, to)).map(
    ([name, d]) => `<path id="crossing-${name}" class="crossing-line" d="${d}"/>`,
  );
  const shown = [
    ["shoal", "coast"],
    ["shallow", "coast"],
    ["land", "coast"],
    ["graticule", "graticule"],
    ["course", "course"],
  ]
    .map(([look, line]) => `<use class="crossing-${look}" href="#crossing-${line}"/>`)
    .join("");
  const turned = `<g transform="${similarity(across.layout, down.layout)}">${shown}</g>`;
  const label = escapeXml(words.description, "attribute");
  return `<div class="crossing-map" role="img" aria-label="${label}">${sheet(across, from, to, words, `<defs>${lines.join("")}</defs>${shown}`)}${sheet(down, from, to, words, turned)}</div>`;
}

/** How far beyond the neatline the drawing goes on, so that no outline shows along it. */
const bleed = 16;

/**
 * Coasts, graticule and course in the coordinates of the first drawing, for both: only as far, and
 * as finely, as either of them shows, and finest near the ports and along the course, where readers look.
 */
function sharedLines(first: Drawing, second: Drawing, from: Position, to: Position) {
  const { projection } = first;
  const drawings = [first, second];
  const seenBy = (point: Point) => {
    const place = invert(projection, point);
    return drawings.find(({ layout, projection: own }) => {
      const [x, y] = project(own, place);
      return x > -bleed && x < layout.width + bleed && y > -bleed && y < layout.height + bleed;
    });
  };
  const corners = drawings.flatMap(({ layout: { width, height }, projection: own }) =>
    [-bleed, width + bleed].flatMap((x) =>
      [-bleed, height + bleed].map((y) => project(projection, invert(own, [x, y]))),
    ),
  );
  const clipped = projection.clipExtent([
    [Math.min(...corners.map(([x]) => x)), Math.min(...corners.map(([, y]) => y))],
    [Math.max(...corners.map(([x]) => x)), Math.max(...corners.map(([, y]) => y))],
  ]);
  const along = courseBetween(from, to);
  const course = Array.from({ length: 41 }, (_, index) => project(projection, along(index / 40)));
  return {
    coast: landPath(clipped, (point) => {
      const seen = seenBy(point);
      if (!seen) return undefined;
      // What only a smaller drawing shows needs no more than that drawing can show.
      const enlargement = (projection.scale() / seen.projection.scale()) ** 2;
      const off = Math.min(...course.map(([x, y]) => Math.hypot(x - point[0], y - point[1])));
      return {
        coast: Math.min(18, 2 + off / 11) * enlargement,
        island: Math.min(44, 6 + off / 4) * enlargement,
      };
    }),
    graticule: graticulePath(projection, (point) => seenBy(point) !== undefined),
    course: coursePath(projection, from, to),
  };
}

/** The `transform` (a turn, a scale and a shift) that brings the ports of a layout to those of another. */
function similarity({ from, to }: Layout, other: Layout): string {
  const [ux, uy] = [to[0] - from[0], to[1] - from[1]];
  const [vx, vy] = [other.to[0] - other.from[0], other.to[1] - other.from[1]];
  const square = ux * ux + uy * uy;
  const a = (ux * vx + uy * vy) / square;
  const b = (ux * vy - uy * vx) / square;
  const e = other.from[0] - a * from[0] + b * from[1];
  const f = other.from[1] - b * from[0] - a * from[1];
  return `matrix(${[a, b, -b, a, e, f].map((value) => Number(value.toFixed(4))).join(" ")})`;
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
  return [
    `<svg class="crossing-${layout.name}" viewBox="0 0 ${width + 2 * margin} ${height + 2 * margin}" aria-hidden="true">`,
    `<svg x="${margin}" y="${margin}" width="${width}" height="${height}">`,
    `<rect class="crossing-sea" width="100%" height="100%"/>`,
    plane,
    rose(drawing),
    ...layout.waters.map((label) => waterName(label, words.waters[label.water])),
    ...runFigures(drawing, from, to),
    port(layout.from, layout.fromLabel, [words.from, words.fromPosition]),
    port(layout.to, layout.toLabel, [words.to, words.toPosition]),
    summary(layout, words.summary),
    "</svg>",
    frame(drawing),
    "</svg>",
  ].join("");
}

function waterName({ at, turn, isBroken, isFine }: WaterLabel, name: string): string {
  const look = isFine ? "crossing-water crossing-fine" : "crossing-water";
  if (turn) return text(look, at, name, ` transform="rotate(${turn} ${at.join(" ")})"`);
  const lines = isBroken ? name.split(/ (?=\S+$)/) : [name];
  return block({ at, anchor: "middle" }, lines, [look, look]);
}

function port([x, y]: Point, label: Layout["fromLabel"], lines: readonly string[]): string {
  return `<circle class="crossing-port" cx="${x}" cy="${y}" r="5"/><circle class="crossing-dot" cx="${x}" cy="${y}" r="1.5"/>${block({ ...label, at: [x + label.at[0], y + label.at[1]] }, lines, ["crossing-name", "crossing-position crossing-fine"])}`;
}

function summary({ summary: place }: Layout, lines: readonly string[]): string {
  if (place !== "along the course") return block(place, lines);
  return `<text class="crossing-sounding crossing-along" dy="20"><textPath href="#crossing-course" startOffset="50%">${escapeXml(lines.join(" · "), "text")}</textPath></text>`;
}

function block(
  { at, anchor }: Layout["fromLabel"],
  lines: readonly string[],
  looks: readonly string[] = [],
): string {
  const rows = lines.map((line, index) =>
    text(looks[index] ?? "crossing-sounding", at, line, index ? ` dy="${1.3 * index}em"` : ""),
  );
  return `<g text-anchor="${anchor}">${rows.join("")}</g>`;
}

/** The distance run so far, beside the course. */
function runFigures({ layout, projection }: Drawing, from: Position, to: Position): string[] {
  const { every, offset } = layout.run;
  const length = greatCircleDistance(from, to);
  const along = courseBetween(from, to);
  const marks: string[] = [];
  for (let run = every; run < length - every / 4; run += every) {
    const [x, y] = project(projection, along(run / length));
    marks.push(text("crossing-run crossing-fine", [x + offset[0], y + offset[1]], String(run)));
  }
  return marks;
}

function rose({ layout, projection }: Drawing): string {
  const { at: centre, radius: r } = layout.rose;
  const here = invert(projection, centre);
  const north = project(projection, { ...here, latitude: here.latitude + 0.1 });
  const turn = (Math.atan2(north[0] - centre[0], centre[1] - north[1]) * 180) / Math.PI;
  return `<g class="crossing-rose" transform="translate(${round(centre[0])} ${round(centre[1])}) rotate(${round(turn)})"><circle r="${r}" pathLength="360"/><circle class="crossing-points" r="${r - 3}" pathLength="72"/><circle class="crossing-winds" r="${r - 5}" pathLength="72"/><path d="M0 ${r - 10}V${10 - r}M${10 - r} 0H${r - 10}"/><path class="crossing-north" d="M0 ${-r - 9}l4 9h-8z"/></g>`;
}

/** Between the two hairlines of the scale. */
const band = 5;

/**
 * As charts have it: a border at the edge of the paper, inside of it the scale, then its figures, and the
 * neatline around the drawing.
 */
function frame({ layout, projection }: Drawing): string {
  const { width, height, margin } = layout;
  // How far outside of the neatline the scale begins.
  const out = margin - band - 4;
  const { scale, figures } = neatline(
    { left: 4 + band, top: 4 + band, width: width + 2 * out, height: height + 2 * out },
    ([x, y]) => invert(projection, [x - out, y - out]),
    band,
    layout.figures,
  );
  const rule = (distance: number, className: string) =>
    `<rect class="${className}" x="${margin - distance}" y="${margin - distance}" width="${width + 2 * distance}" height="${height + 2 * distance}"/>`;
  const rules = [...new Set([0, out, out + band + 1])].map((each) => rule(each, "crossing-rule"));
  const labels = figures.map(({ at: [x, y], degrees, axis }) => {
    const inwards = (at: number) => (at === 0 ? 12 : -12);
    const place: Point =
      axis === "longitude"
        ? [x + margin - out, y + margin - out + inwards(y)]
        : [x + margin - out + inwards(x), y + margin - out];
    return text("crossing-degree crossing-fine", place, `${Math.abs(degrees)}°`);
  });
  return `<path class="crossing-scale" d="${scale}"/>${rules.join("")}${rule(margin - 1, "crossing-border")}<g text-anchor="middle">${labels.join("")}</g>`;
}

/** @param more attributes, each with a blank before it */
function text(className: string, [x, y]: Point, words: string, more = ""): string {
  return `<text class="${className}" x="${round(x)}" y="${round(y)}"${more}>${escapeXml(words, "text")}</text>`;
}

function round(value: number): number {
  return Math.round(value) + 0;
}
