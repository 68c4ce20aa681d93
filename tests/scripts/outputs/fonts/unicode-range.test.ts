import assert from "node:assert/strict";
import { test } from "node:test";
import { unicodeRange } from "../../../../scripts/outputs/fonts/unicode-range.ts";

test("neighbours make one range, doubles count once, order does not matter", () => {
  assert.equal(unicodeRange("cabz a"), "U+20,U+61-63,U+7A");
});

test("characters beyond the basic plane", () => {
  assert.equal(unicodeRange("𠮷海"), "U+6D77,U+20BB7");
});
