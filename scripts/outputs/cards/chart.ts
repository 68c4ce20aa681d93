import { geoInterpolate } from "d3-geo";
import type { Position } from "../../lib/geography.ts";
import { chartCentre } from "../crossing/layouts.ts";
import { arcData, landLines, pathData } from "../crossing/paths.ts";
import { neatline } from "../crossing/plane.ts";
import {
  chartProjection,
  graticuleLines,
  type Point,
  project,
  visibleRuns,
} from "../crossing/projection.ts";
import {
  type Card,
  type CardColours,
  column,
  type Frame,
  panel,
  photographFrames,
  sheet,
} from "./card.ts";
import { drawLabel } from "./words.ts";

/** The chart below a card, as SVG path data in half pixels from the sheet's corner. */
interface ChartGround {
  /** Coasts in view of the panel. */
  readonly land: string;
  readonly graticule: string;
  readonly course: string;
  /** The black pieces of the scale: along the top, the foot and the sides. */
  readonly scale: readonly { readonly from: Point; readonly to: Point }[];
}

/** The two ports on the sheet, in pixels: the crossing runs down the panel. */
const portsAt: readonly [Point, Point] = [
  [776, 150],
  [1050, 424],
];

/** Paths are in whole units: at two a pixel, coasts are as fine as the card shows them. */
const units = 2;

/** How far the drawing goes on beyond what is seen. */
const bleed = 20;

let drawn: { key: string; ground: ChartGround } | undefined;

/** Draws the chart once a process, since all cards have the same. */
function chartGround(from: Position, to: Position): ChartGround {
  const key = JSON.stringify([from, to].map(({ latitude, longitude }) => [latitude, longitude]));
  if (drawn?.key !== key) drawn = { key, ground: draw(from, to) };
  return drawn.ground;
}

function draw(from: Position, to: Position): ChartGround {
  const inUnits = ([x, y]: Point): Point => [x * units, y * units];
  const [start, end] = portsAt;
  const projection = chartProjection(
    chartCentre,
    { position: from, at: inUnits(start) },
    { position: to, at: inUnits(end) },
  );
  const right = sheet.width + bleed;
  const lower = sheet.height + bleed;
  const within =
    (left: number) =>
    ([x, y]: Point) =>
      x > left * units && x < right * units && y > -bleed * units && y < lower * units;
  const inPanel = within(panel.left - sheet.left - bleed);
  const invert = (point: Point): Position => {
    const place = projection.invert?.(inUnits(point) as [number, number]);
    if (!place) throw new Error("the projection has no inverse");
    return { longitude: place[0], latitude: place[1] };
  };
  const { ticks } = neatline(sheet.width, sheet.height, invert);
  const along = geoInterpolate([from.longitude, from.latitude], [to.longitude, to.latitude]);
  const stations = [0, 0.5, 1]
    .map(along)
    .map(([longitude, latitude]) => project(projection, { longitude, latitude }));
  const graticule = graticuleLines().flatMap((line) =>
    visibleRuns(
      line.map((place) => project(projection, place)),
      within(-bleed),
    ),
  );
  const clipped = projection.clipExtent([
    [(panel.left - sheet.left - bleed) * units, -bleed * units],
    [right * units, lower * units],
  ]);
  const detail = (point: Point) =>
    inPanel(point) ? { coast: 6, island: 24 } : { coast: 4000, island: Number.POSITIVE_INFINITY };
  return {
    land: pathData(landLines(clipped, detail)),
    graticule: arcData(graticule),
    course: arcData([stations]),
    scale: ticks,
  };
}

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

/** Between the two hairlines of the scale. */
const scaleWidth = 9;

/** The neatline with its scale of degrees, and a hairline around each picture. */
export function drawBorder({ from, to, colours }: Card, photographs: number): string {
  const beside = (near: number, length: number) =>
    near === 0 ? -scaleWidth / 2 - 0.5 : length + scaleWidth / 2 + 0.5;
  const scale = chartGround(from, to).scale.map(({ from: [x1, y1], to: [x2, y2] }) =>
    y1 === y2
      ? `M${sheet.left + x1} ${sheet.top + beside(y1, sheet.height)}h${x2 - x1}`
      : `M${sheet.left + beside(x1, sheet.width)} ${sheet.top + y1}v${y2 - y1}`,
  );
  const pictures = photographs === 0 ? [panel] : photographFrames(photographs);
  const rules = [
    ...pictures.map((picture) => rule(picture, 0.5, 1)),
    rule(sheet, 0.5, 1),
    rule(sheet, scaleWidth + 1.5, 1),
    rule(sheet, scaleWidth + 6, 3),
  ];
  return `<g fill="none" stroke="${colours.deep}"><path d="${scale.join("")}" stroke-width="${scaleWidth}"/>${rules.join("")}</g>`;
}

function rule({ left, top, width, height }: Frame, distance: number, weight: number): string {
  return `<rect x="${left - distance}" y="${top - distance}" width="${width + 2 * distance}" height="${height + 2 * distance}" stroke-width="${weight}"/>`;
}

const y = 536;
const labels = 574;

/** The course from port to port at the foot of a card that shows no map, with their coordinates. */
export async function drawCourse({ from, to, language, colours }: Card): Promise<string> {
  const [left, right] = [column.left + 8, column.left + column.width - 8];
  const look = { y: labels, size: 22, colour: colours.muted, spacing: 0.05 };
  return [
    `<path d="M${left} ${y}Q${(left + right) / 2} ${y - 44} ${right} ${y}" fill="none" stroke="${colours.magenta}" stroke-width="4" stroke-dasharray="14 8"/>`,
    drawPort(left, y, colours),
    drawPort(right, y, colours),
    await drawLabel(from.written, language, { ...look, x: column.left }),
    await drawLabel(to.written, language, {
      ...look,
      x: column.left + column.width,
      anchor: "end",
    }),
  ].join("");
}

/** The mark of a port: a circle with a dot. */
function drawPort(x: number, y: number, { paper, deep }: CardColours): string {
  return `<circle cx="${x}" cy="${y}" r="8" fill="${paper}" stroke="${deep}" stroke-width="2.5"/><circle cx="${x}" cy="${y}" r="2.5"/>`;
}

/** The two ports on the map of the crossing, each with its name. */
export async function drawPorts({ from, to, language, colours }: Card): Promise<string> {
  const [start, end] = portsAt.map(([x, y]) => [x + sheet.left, y + sheet.top] as const);
  if (!start || !end) throw new Error("a crossing has two ports");
  const look = { size: 27, colour: colours.deep, spacing: 0 };
  return [
    drawPort(...start, colours),
    drawPort(...end, colours),
    await drawLabel(from.name, language, { ...look, x: start[0] + 20, y: start[1] - 14 }),
    await drawLabel(to.name, language, { ...look, x: end[0] - 10, y: end[1] + 36, anchor: "end" }),
  ].join("");
}
