import assert from "node:assert/strict";
import test from "node:test";
import { nearestTone, toneStyles, tones } from "../../../scripts/photos/tones.ts";

test("64 different tones, each its own nearest, in 64 rules", () => {
  assert.equal(new Set(tones.map(({ hex }) => hex)).size, 64);
  for (const [index, { className, hex }] of tones.entries()) {
    assert.equal(className, `tone-${index}`);
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    assert.equal(nearestTone({ r, g, b }), index);
  }
  const rules = toneStyles().split("\n");
  assert.equal(rules.length, 64);
  for (const rule of rules) assert.match(rule, /^\.tone-\d+\{background-color:#[0-9a-f]{6}\}$/);
});

test("black, white and blue find tones that look like them", () => {
  const near = (r: number, g: number, b: number) => tones[nearestTone({ r, g, b })];
  assert.ok((near(0, 0, 0)?.lab.l ?? 1) < 0.3);
  assert.ok((near(255, 255, 255)?.lab.l ?? 0) > 0.8);
  assert.ok((near(90, 120, 200)?.lab.b ?? 0) < -0.05);
});
