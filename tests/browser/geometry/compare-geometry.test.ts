import assert from "node:assert/strict";
import test from "node:test";
import { compareGeometry, type Landmark } from "../geometry.ts";

function box(what: string, left: number, right: number, top: number, bottom: number): Landmark {
  return { what, left, right, top, bottom };
}
const before = [
  box("main", 0, 1000, 100, 900),
  box("h1", 20, 600, 120, 160),
  box("#a img", 20, 480, 200, 500),
  box("#b img", 520, 980, 200, 500),
  box(".prose", 20, 600, 520, 800),
];
/** The same page, but for one thing. */
function changed(at: number, to: Partial<Landmark>): Landmark[] {
  return before.map((landmark, index) => (index === at ? { ...landmark, ...to } : landmark));
}
const compare = (now: Landmark[]): string[] => compareGeometry(before, now, 1000);

test("the same page, or one with something new, has not changed", () => {
  assert.deepEqual(compare(before), []);
  assert.deepEqual(compare([...before, box("footer", 0, 1000, 900, 950)]), []);
});

test("another font or another text is no change", () => {
  const lower = before.map((landmark) =>
    landmark.top >= 200
      ? { ...landmark, top: landmark.top + 30, bottom: landmark.bottom + 30 }
      : landmark,
  );
  assert.deepEqual(
    compare(
      lower.map((landmark) => (landmark.what === "main" ? { ...landmark, bottom: 930 } : landmark)),
    ),
    [],
  );
  assert.deepEqual(compare(changed(1, { bottom: 190 })), []);
  assert.deepEqual(compare(changed(4, { bottom: 880 })), []);
});

test("what is gone, narrower, flatter, moved or on top of something is told", () => {
  assert.match(compare(before.toSpliced(2, 1)).join(), /#a img is gone/);
  assert.match(
    compare(changed(2, { right: 250 })).join(),
    /#a img reaches over 20–250 px, was 20–480/,
  );
  assert.match(compare(changed(2, { bottom: 350 })).join(), /#a img is 150 px high, was 300/);
  assert.match(compare(changed(1, { bottom: 240 })).join(), /#a img stood apart from h1/);
  assert.match(compare(changed(4, { bottom: 1100 })).join(), /\.prose stood inside main/);
  const below = changed(1, { top: 820, bottom: 860 });
  assert.match(compare(below).join(), /#a img was below h1 and is above it/);
});
