import assert from "node:assert/strict";
import { test } from "node:test";
import { greatCircleDistance } from "../../../scripts/lib/great-circle-distance.ts";

const liverpool = { latitude: 53.4047, longitude: -2.9963 };
const shanghai = { latitude: 31.24, longitude: 121.49 };

test("Liverpool to Shanghai is 9,191 km, the same in both directions", () => {
  assert.equal(Math.round(greatCircleDistance(liverpool, shanghai)), 9191);
  assert.equal(greatCircleDistance(liverpool, shanghai), greatCircleDistance(shanghai, liverpool));
});

test("a quarter of the equator is a quarter of the circumference", () => {
  const quarter = greatCircleDistance(
    { latitude: 0, longitude: 0 },
    { latitude: 0, longitude: 90 },
  );
  assert.ok(Math.abs(quarter - (6371.0088 * Math.PI) / 2) < 1e-6);
});

test("the way over the date line is the short one", () => {
  const way = greatCircleDistance(
    { latitude: 0, longitude: 179 },
    { latitude: 0, longitude: -179 },
  );
  assert.ok(way < 223);
});
