import assert from "node:assert/strict";
import test from "node:test";
import {
  formatPosition,
  greatCircleDistance,
  roundDistance,
} from "../../../scripts/lib/geography.ts";
import type { Language } from "../../../scripts/lib/languages.ts";
import { testTable } from "../../support/tables.ts";

const liverpool = { latitude: 53.4047, longitude: -2.9963 };
const shanghai = { latitude: 31.24, longitude: 121.49 };

testTable("positions", {
  "as a page writes a position": (input) => {
    const [latitude = "", longitude = "", language, detail] = input.split(" ");
    const position = { latitude: Number(latitude), longitude: Number(longitude) };
    return formatPosition(position, language as Language, detail as "seconds" | undefined);
  },
});

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

test("the crossing is about 9,200 km or 5,700 miles", () => {
  assert.deepEqual(roundDistance(9191.243), { kilometres: "9,200", miles: "5,700" });
});

test("digits are grouped in threes", () => {
  assert.deepEqual(roundDistance(0), { kilometres: "0", miles: "0" });
  assert.deepEqual(roundDistance(449), { kilometres: "400", miles: "300" });
  assert.equal(roundDistance(1_234_567).kilometres, "1,234,600");
});
