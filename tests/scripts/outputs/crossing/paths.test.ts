import assert from "node:assert/strict";
import test from "node:test";
import { arcData, pathData, simplifyLine } from "../../../../scripts/outputs/crossing/paths.ts";

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

test("whole units, relative steps, no needless space", () => {
  const points = [
    [10.4, 20.4],
    [15, 10],
    [5, 10.2],
  ] as const;
  assert.equal(pathData([{ points, closed: true }]), "m10 20l5-10-10 0z");
});

test("the next ring starts from where the one before began", () => {
  const first = {
    points: [
      [10, 10],
      [20, 10],
      [20, 20],
    ],
    closed: true,
  } as const;
  const second = {
    points: [
      [30, 10],
      [40, 10],
    ],
    closed: false,
  } as const;
  assert.equal(pathData([first, second]), "m10 10l10 0 0 10zm20 0l10 0");
});

test("rounding adds up: steps come from rounded points, not the other way round", () => {
  const points = Array.from({ length: 11 }, (_, index): [number, number] => [index * 0.6, 0]);
  const steps =
    pathData([{ points, closed: false }])
      .split("l")[1]
      ?.split(/ /)
      .map(Number) ?? [];
  assert.equal(
    steps.reduce((sum, step) => sum + step, 0),
    6,
  );
});

test("points that fall together are drawn once", () => {
  const points = [
    [0, 0],
    [0.2, 0.2],
    [3, 0],
  ] as const;
  assert.equal(pathData([{ points, closed: false }]), "m0 0l3 0");
});

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
