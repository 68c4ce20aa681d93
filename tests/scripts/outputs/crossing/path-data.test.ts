import assert from "node:assert/strict";
import { test } from "node:test";
import { pathData } from "../../../../scripts/outputs/crossing/path-data.ts";

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
