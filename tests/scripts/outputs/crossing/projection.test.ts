import assert from "node:assert/strict";
import test from "node:test";
import { chartProjection, project } from "../../../../scripts/outputs/crossing/projection.ts";

const liverpool = { latitude: 53.4047, longitude: -2.9963 };
const shanghai = { latitude: 31.24, longitude: 121.49 };
const centre = { latitude: 24, longitude: 75 };

for (const [from, to] of [
  [
    [200, 184],
    [986, 226],
  ],
  [
    [62, 90],
    [280, 296],
  ],
  [
    [500, 400],
    [100, 50],
  ],
] as const) {
  const projection = chartProjection(
    centre,
    { position: liverpool, at: from },
    { position: shanghai, at: to },
  );

  test(`both ports stand where they should: ${from} and ${to}`, () => {
    for (const [position, wanted] of [
      [liverpool, from],
      [shanghai, to],
    ] as const) {
      const [x, y] = project(projection, position);
      assert.ok(Math.hypot(x - wanted[0], y - wanted[1]) < 1e-6);
    }
  });

  test(`east is not west: ${from} and ${to}`, () => {
    // Going from Liverpool to Shanghai, the pole is on the left.
    const [x, y] = project(projection, { latitude: 90, longitude: 0 });
    const side = (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
    assert.ok(side < 0);
  });
}
