import { geoInterpolate } from "d3-geo";
import type { Position } from "../../lib/position.ts";
import { arcData } from "../crossing/arc-data.ts";
import { chartProjection, type Point, project } from "../crossing/chart-projection.ts";
import { graticuleLines } from "../crossing/graticule-lines.ts";
import { landLines } from "../crossing/land-lines.ts";
import { chartCentre } from "../crossing/layouts.ts";
import { neatline } from "../crossing/neatline.ts";
import { pathData } from "../crossing/path-data.ts";
import { visibleRuns } from "../crossing/visible-runs.ts";
import { panel, sheet } from "./card-frames.ts";

/** The chart below a card, as SVG path data in half pixels from the sheet's corner. */
export interface ChartGround {
  /** Coasts in view of the panel. */
  readonly land: string;
  readonly graticule: string;
  readonly course: string;
  /** The black pieces of the scale: along the top, the foot and the sides. */
  readonly scale: readonly { readonly from: Point; readonly to: Point }[];
}

/** The two ports on the sheet, in pixels: the crossing runs down the panel. */
export const portsAt: readonly [Point, Point] = [
  [776, 150],
  [1050, 424],
];

/** Paths are in whole units: at two a pixel, coasts are as fine as the card shows them. */
const units = 2;

/** How far the drawing goes on beyond what is seen. */
const bleed = 20;

let drawn: { key: string; ground: ChartGround } | undefined;

/** Draws the chart once a process, since all cards have the same. */
export function chartGround(from: Position, to: Position): ChartGround {
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
