import assert from "node:assert/strict";
import test from "node:test";
import { overBudget } from "../../../scripts/bench/weigh.ts";

const of = (kind: string, bytes: number) => ({ url: `http://x/${kind}`, kind, bytes });

test("HTML and CSS count together, and to the byte", () => {
  const within = [of("document", 13_000), of("stylesheet", 1000)];
  assert.deepEqual(overBudget({ firstView: within, whole: within, shifts: [] }), []);
  const over = [of("document", 13_000), of("stylesheet", 1001)];
  const faults = overBudget({ firstView: over, whole: over, shifts: [] });
  assert.deepEqual(faults, ["HTML and CSS: 14001 B, the budget is 14000 B"]);
});

test("fonts and pictures count that only scrolling loads", () => {
  const whole = [of("font", 30_000), of("font", 30_001), of("image", 70_000)];
  assert.deepEqual(overBudget({ firstView: [], whole, shifts: [] }), [
    "fonts: 60001 B, the budget is 60000 B",
    "whole page: 130001 B, the budget is 130000 B",
  ]);
});

test("small shifts add up, and what moved is named once", () => {
  const shift = { value: 0.0003, moved: ["main", "h1.title"] };
  assert.deepEqual(overBudget({ firstView: [], whole: [], shifts: [shift] }), []);
  assert.deepEqual(overBudget({ firstView: [], whole: [], shifts: [shift, shift] }), [
    "layout shift 0.0006 of main, h1.title",
  ]);
});
