import assert from "node:assert/strict";
import { test } from "node:test";
import { percentDecode } from "../../../scripts/lib/addresses.ts";

test("UTF-8 is decoded, everything else left alone", () => {
  assert.equal(percentDecode("%E4%B8%8A%E6%b5%b7/a%20b"), "上海/a b");
  assert.equal(percentDecode("100%"), "100%");
  assert.equal(percentDecode("%zz%4"), "%zz%4");
  assert.equal(percentDecode("%FF"), "\uFFFD");
});
