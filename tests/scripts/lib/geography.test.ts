import assert from "node:assert/strict";
import test from "node:test";
import {
  formatPosition,
  greatCircleDistance,
  roundDistance,
} from "../../../scripts/lib/geography.ts";

const liverpool = { latitude: 53.4047, longitude: -2.9963 };
const shanghai = { latitude: 31.24, longitude: 121.49 };

test("both cities in English", () => {
  assert.equal(formatPosition(liverpool, "en"), "53°24′N 2°59′W");
  assert.equal(formatPosition(shanghai, "en"), "31°14′N 121°29′E");
});

test("both cities in Chinese, the hemisphere before the figure", () => {
  assert.equal(formatPosition(liverpool, "zh"), "北纬53°24′ 西经2°59′");
  assert.equal(formatPosition(shanghai, "zh"), "北纬31°14′ 东经121°29′");
});

test("seconds carry on where the minutes stop", () => {
  assert.equal(formatPosition(liverpool, "en", "seconds"), "53°24′16″N 2°59′46″W");
  assert.equal(formatPosition(shanghai, "en", "seconds"), "31°14′24″N 121°29′24″E");
});

test("degrees alone, to the fourth figure", () => {
  assert.equal(formatPosition(liverpool, "en", "degrees"), "53.4047°N 2.9963°W");
  assert.equal(formatPosition(shanghai, "zh", "degrees"), "北纬31.2400° 东经121.4900°");
});

test("south, one-digit minutes, whole degrees", () => {
  assert.equal(formatPosition({ latitude: -0.05, longitude: 0 }, "en"), "0°03′S 0°00′E");
  assert.equal(formatPosition({ latitude: -45, longitude: 180 }, "zh"), "南纬45°00′ 东经180°00′");
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
