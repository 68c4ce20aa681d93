import assert from "node:assert/strict";
import test from "node:test";
import {
  candidateWidths,
  type Slot,
  sizesAttribute,
  slots,
} from "../../../scripts/photos/slots.ts";

const half: Slot = {
  steps: [
    { from: 0, width: { vw: 100, rem: -2 } },
    { from: 60, width: { vw: 50 } },
  ],
};

test("sizes and widths follow from the same steps", () => {
  assert.equal(sizesAttribute(half), "(min-width: 60rem) 50vw, calc(100vw - 2rem)");
  // Wanted: 390 and 768 less 32 pixels, half of 1280 and of 1920, each once and twice. Of 1472 and 1280,
  // 736 and 716, 736 and 640 the wider one is enough.
  assert.deepEqual(candidateWidths(half, 5000), [358, 736, 960, 1472, 1920]);
});

test("a slot in root ems has its own width at each density", () => {
  const fixed: Slot = { steps: [{ from: 0, width: { rem: 9 } }] };
  assert.equal(sizesAttribute(fixed), "9rem");
  assert.deepEqual(candidateWidths(fixed, 5000), [144, 288]);
});

test("never more pixels than the photograph has, and all of them where it is too small", () => {
  assert.equal(candidateWidths(half, 1000).at(-1), 1000);
  assert.deepEqual(candidateWidths(half, 100), [100]);
  for (const available of [1, 390, 391, 1279, 2880]) {
    assert.ok(Math.max(...candidateWidths(half, available)) <= available);
  }
});

test("of widths that are close only the wider one stays", () => {
  for (const slot of Object.values(slots)) {
    const widths = candidateWidths(slot, 2880);
    for (const [index, width] of widths.slice(1).entries()) {
      assert.ok(width / (widths[index] ?? 0) >= 1.2, `${widths}`);
    }
  }
});
