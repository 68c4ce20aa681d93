import assert from "node:assert/strict";
import { test } from "node:test";
import { arcData } from "../../../../scripts/outputs/crossing/arc-data.ts";

test("a quarter of a circle is one arc of its radius", () => {
  const down = 100 * Math.SQRT1_2;
  assert.equal(
    arcData([
      [
        [100, 0],
        [down, down],
        [0, 100],
      ],
    ]),
    "M100 0a100 100 0 0 1-100 100",
  );
  assert.equal(
    arcData([
      [
        [0, 100],
        [down, down],
        [100, 0],
      ],
    ]),
    "M0 100a100 100 0 0 0 100-100",
  );
});

test("a straight line is a line", () => {
  assert.equal(
    arcData([
      [
        [0, 0],
        [5, 5],
        [10, 10],
      ],
    ]),
    "M0 0l10 10",
  );
});
