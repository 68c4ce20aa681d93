import assert from "node:assert/strict";
import { test } from "node:test";
import type { Original } from "../../../scripts/photos/original.ts";
import { planRendition } from "../../../scripts/photos/plan-rendition.ts";

const original: Original = {
  path: "assets/photos/Huangpu River (1).JPG",
  sha256: "a".repeat(64),
  width: 2880,
  height: 1920,
  format: "jpeg",
  tone: 5,
};
const whole = { left: 0, top: 0, width: 2880, height: 1920 };

test("the name says what it is, in letters that need no encoding", () => {
  const { name, width, height } = planRendition(original, whole, 780, "avif");
  assert.match(name, /^huangpu-river-1-780\.[0-9a-f]{10}\.avif$/);
  assert.deepEqual([width, height], [780, 520]);
  const chinese = planRendition({ ...original, path: "assets/photos/江.png" }, whole, 9, "jpeg");
  assert.match(chinese.name, /^photo-9\.[0-9a-f]{10}\.jpg$/);
});

test("the same name every time, another one for other bytes, formats, widths and crops", () => {
  const plan = planRendition(original, whole, 780, "avif");
  assert.deepEqual(planRendition(original, whole, 780, "avif"), plan);
  const others = [
    planRendition({ ...original, sha256: "b".repeat(64) }, whole, 780, "avif"),
    planRendition(original, whole, 780, "webp"),
    planRendition(original, whole, 781, "avif"),
    planRendition(original, { ...whole, left: 1, width: 2879 }, 780, "avif"),
  ];
  assert.equal(new Set([plan, ...others].map(({ key }) => key)).size, 5);
});

test("refuses to enlarge", () => {
  assert.throws(() => planRendition(original, whole, 2881, "avif"), RangeError);
});
