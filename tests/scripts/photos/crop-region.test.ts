import assert from "node:assert/strict";
import { test } from "node:test";
import { cropRegion } from "../../../scripts/photos/crop-region.ts";

const picture = { width: 2880, height: 1920 };

test("without a ratio the whole picture is shown", () => {
  const whole = { left: 0, top: 0, width: 2880, height: 1920 };
  assert.deepEqual(cropRegion(picture, { x: 0.9, y: 0.1 }), whole);
});

test("a crop is as large as can be, with the focal point in its middle", () => {
  const square = { left: 960, top: 0, width: 1920, height: 1920 };
  assert.deepEqual(cropRegion(picture, { x: 2 / 3, y: 0.5 }, 1), square);
  const wide = { left: 0, top: 384, width: 2880, height: 960 };
  assert.deepEqual(cropRegion(picture, { x: 0.5, y: 0.45 }, 3), wide);
});

test("a focal point at the edge keeps the crop within the picture", () => {
  for (const focus of [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ]) {
    for (const ratio of [0.2, 1, 1.91, 7, 10_000]) {
      const { left, top, width, height } = cropRegion(picture, focus, ratio);
      assert.ok(left >= 0 && top >= 0 && width >= 1 && height >= 1);
      assert.ok(left + width <= picture.width && top + height <= picture.height);
    }
  }
});
