import assert from "node:assert/strict";
import { test } from "node:test";
import { simplifyLine } from "../../../../scripts/outputs/crossing/simplify-line.ts";

test("small wrinkles go, the cape and both ends stay", () => {
  const line = [
    [0, 0],
    [10, 0.1],
    [20, 0],
    [30, 40],
    [40, 0],
    [50, 0.1],
    [60, 0],
  ] as const;
  assert.deepEqual(
    simplifyLine(line, () => 5),
    [
      [0, 0],
      [20, 0],
      [30, 40],
      [40, 0],
      [60, 0],
    ],
  );
});

test("the area counts where the point is", () => {
  const line = [
    [0, 0],
    [10, 3],
    [20, 0],
    [30, 0],
    [40, 3],
    [50, 0],
  ] as const;
  const kept = simplifyLine(line, ([x]) => (x < 25 ? 100 : 1));
  assert.ok(!kept.some(([x]) => x === 10));
  assert.ok(kept.some(([x]) => x === 40));
});
