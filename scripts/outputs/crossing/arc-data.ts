import type { Point } from "./chart-projection.ts";

/**
 * The `d` of a path of circular arcs, each through the first, the middle and the last point of a
 * line, in whole units. On a stereographic chart every circle of the globe is a circle, so one
 * arc is the whole of a meridian, a parallel or a great circle.
 */
export function arcData(lines: readonly (readonly Point[])[]): string {
  return lines.map(arc).join("");
}

function arc(line: readonly Point[]): string {
  const start = line[0];
  const middle = line[Math.floor(line.length / 2)];
  const end = line.at(-1);
  if (!start || !middle || !end) return "";
  const [x, y] = [Math.round(end[0] - start[0]), Math.round(end[1] - start[1])];
  // Twice the area of the triangle; its sign is the side to which the line bends.
  const area =
    (middle[0] - start[0]) * (end[1] - start[1]) - (middle[1] - start[1]) * (end[0] - start[0]);
  const radius =
    (distance(start, middle) * distance(middle, end) * distance(end, start)) / (2 * Math.abs(area));
  const from = `M${join(start)}`;
  // The longest lines are some 1,000 units: at this radius they bend by about one.
  if (!(radius < 100_000)) return `${from}l${join([x, y])}`;
  const r = Number(radius.toPrecision(3));
  return `${from}a${r} ${r} 0 0 ${area > 0 ? 1 : 0}${x < 0 ? "" : " "}${join([x, y])}`;
}

function join([x, y]: Point): string {
  return `${Math.round(x) + 0} ${Math.round(y) + 0}`.replace(" -", "-");
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
