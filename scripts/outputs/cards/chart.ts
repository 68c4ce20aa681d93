import type { Position } from "../../lib/geography.ts";
import { neatline } from "../crossing/neatline.ts";
import { coursePath, graticulePath, landPath } from "../crossing/paths.ts";
import { chartProjection, invert, type Point } from "../crossing/projection.ts";
import {
  type Card,
  type CardColours,
  column,
  type Frame,
  panel,
  photographFrames,
} from "./card.ts";
import { drawLabel } from "./words.ts";

/** Inside the neatline. */
const sheet: Frame = { left: 28, top: 28, width: 1144, height: 574 };

/**
 * The chart that a card is drawn on, as SVG: the graticule across the sheet, the neatline with its
 * scale of degrees and a hairline around each picture, and the crossing: with its ports in the panel
 * where no photograph stands, else from port to port at the foot, with their coordinates.
 */
export async function drawChart(card: Card, photographs: number): Promise<string> {
  const parts = [
    drawGround(card, photographs === 0),
    drawBorder(card, photographs),
    await (photographs === 0 ? drawPorts(card) : drawCourse(card)),
  ];
  return parts.join("");
}

/** The chart as SVG path data in half pixels from the sheet's corner, but for the scale. */
interface ChartGround {
  /** Coasts in view of the panel. */
  readonly land: string;
  readonly graticule: string;
  readonly course: string;
  /** In pixels of the card. */
  readonly scale: string;
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

/** Between the two hairlines of the scale. */
const scaleWidth = 9;

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
    { position: from, at: inUnits(start) },
    { position: to, at: inUnits(end) },
  );
  const panelLeft = panel.left - sheet.left - bleed;
  const right = sheet.width + bleed;
  const lower = sheet.height + bleed;
  const within =
    (left: number) =>
    ([x, y]: Point) =>
      x > left * units && x < right * units && y > -bleed * units && y < lower * units;
  const { scale } = neatline(sheet, (point) => invert(projection, inUnits(point)), scaleWidth);
  const graticule = graticulePath(projection, within(-bleed));
  const course = coursePath(projection, from, to);
  const clipped = projection.clipExtent([
    [panelLeft * units, -bleed * units],
    [right * units, lower * units],
  ]);
  const inPanel = within(panelLeft);
  const land = landPath(clipped, (point) =>
    inPanel(point) ? { coast: 6, island: 24 } : undefined,
  );
  return { land, graticule, course, scale };
}

function drawGround({ from, to, colours }: Card, crossing: boolean): string {
  const { land, graticule, course } = chartGround(from, to);
  const { paper, shallow, muted, deep, magenta } = colours;
  const lines = `<path d="${graticule}" fill="none" stroke="${deep}" stroke-width="1.4" stroke-opacity=".2"/>`;
  const shore = (width: number, opacity: number) =>
    `<path d="${land}" fill="none" stroke="${shallow}" stroke-width="${width}" stroke-opacity="${opacity}"/>`;
  const coasts = `<g clip-path="url(#panel)" stroke-linejoin="round"><rect width="100%" height="100%" fill="${paper}"/>${shore(60, 0.5)}${shore(26, 1)}<path d="${land}" fill="${colours.land}" stroke="${muted}" stroke-width="1.6"/>${lines}<path d="${course}" fill="none" stroke="${magenta}" stroke-width="8" stroke-dasharray="28 16"/></g>`;
  return `<clipPath id="sheet"><rect width="${2 * sheet.width}" height="${2 * sheet.height}"/></clipPath><clipPath id="panel"><rect x="${2 * (panel.left - sheet.left)}" width="${2 * panel.width}" height="${2 * panel.height}"/></clipPath><g transform="translate(${sheet.left} ${sheet.top}) scale(.5)" clip-path="url(#sheet)">${lines}${crossing ? coasts : ""}</g>`;
}

function drawBorder({ from, to, colours }: Card, photographs: number): string {
  const { scale } = chartGround(from, to);
  const pictures = photographs === 0 ? [panel] : photographFrames(photographs);
  const rules = [
    ...pictures.map((picture) => rule(picture, 0.5, 1)),
    rule(sheet, 0.5, 1),
    rule(sheet, scaleWidth + 1.5, 1),
    rule(sheet, scaleWidth + 6, 3),
  ];
  return `<g fill="none" stroke="${colours.deep}"><path d="${scale}" stroke-width="${scaleWidth}"/>${rules.join("")}</g>`;
}

function rule({ left, top, width, height }: Frame, distance: number, weight: number): string {
  return `<rect x="${left - distance}" y="${top - distance}" width="${width + 2 * distance}" height="${height + 2 * distance}" stroke-width="${weight}"/>`;
}

async function drawCourse({ from, to, language, colours }: Card): Promise<string> {
  const y = 536;
  const [left, right] = [column.left + 8, column.left + column.width - 8];
  const look = { y: 574, size: 22, colour: colours.muted, spacing: 0.05 };
  const end = { ...look, x: column.left + column.width, anchor: "end" } as const;
  return [
    `<path d="M${left} ${y}Q${(left + right) / 2} ${y - 44} ${right} ${y}" fill="none" stroke="${colours.magenta}" stroke-width="4" stroke-dasharray="14 8"/>`,
    drawPort(left, y, colours),
    drawPort(right, y, colours),
    await drawLabel(from.written, language, { ...look, x: column.left }),
    await drawLabel(to.written, language, end),
  ].join("");
}

/** The mark of a port: a circle with a dot. */
function drawPort(x: number, y: number, { paper, deep }: CardColours): string {
  return `<circle cx="${x}" cy="${y}" r="8" fill="${paper}" stroke="${deep}" stroke-width="2.5"/><circle cx="${x}" cy="${y}" r="2.5"/>`;
}

async function drawPorts({ from, to, language, colours }: Card): Promise<string> {
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
