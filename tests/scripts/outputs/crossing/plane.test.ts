import assert from "node:assert/strict";
import test from "node:test";
import { neatline } from "../../../../scripts/outputs/crossing/plane.ts";

// A flat chart: ten units a degree, from 0° in the lower left corner.
const flat = ([x, y]: readonly [number, number]) => ({
  longitude: (x + 0.5) / 10,
  latitude: (199.5 - y) / 10,
});

test("black and white by turns, every five degrees, on all four edges", () => {
  const { ticks } = neatline(200, 200, flat);
  const top = ticks.filter(({ from, to }) => from[1] === 0 && to[1] === 0);
  assert.deepEqual(top, [
    { from: [0, 0], to: [50, 0] },
    { from: [100, 0], to: [150, 0] },
  ]);
  assert.equal(ticks.length, 8);
});

test("figures where the whole degrees meet the border, away from the corners", () => {
  const { figures } = neatline(200, 200, flat, [10, 5]);
  const longitudes = figures.filter(({ axis }) => axis === "longitude");
  assert.deepEqual(longitudes, [
    { at: [100, 0], degrees: 10, axis: "longitude" },
    { at: [100, 200], degrees: 10, axis: "longitude" },
  ]);
  const west = figures.filter(({ axis, at }) => axis === "latitude" && at[0] === 0);
  assert.deepEqual(
    west.map(({ degrees }) => degrees),
    [15, 10, 5],
  );
});

test("no figures unless asked for", () => {
  assert.deepEqual(neatline(200, 200, flat).figures, []);
});
