import type { Position } from "../../lib/position.ts";

/** Degrees between meridians: the sun takes an hour for 15°. */
const meridians = 15;

/** Degrees between parallels. */
const parallels = 10;

/** The meridians end in the north where they begin to crowd, in the south below what is shown. */
const first = -20;
const last = 80;

/** The graticule as lines of one place a degree; parallels in quarters of the globe. */
export function graticuleLines(): Position[][] {
  const lines: Position[][] = [];
  for (let longitude = -180; longitude < 180; longitude += meridians) {
    lines.push(degrees(first, last).map((latitude) => ({ latitude, longitude })));
  }
  for (let latitude = first; latitude <= last; latitude += parallels) {
    for (let west = -180; west < 180; west += 90) {
      lines.push(degrees(west, west + 90).map((longitude) => ({ latitude, longitude })));
    }
  }
  return lines;
}

function degrees(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
