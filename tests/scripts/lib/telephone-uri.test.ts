import assert from "node:assert/strict";
import { test } from "node:test";
import { telephoneUri } from "../../../scripts/lib/telephone-uri.ts";

test("a number is dialled as it is written: its digits, and the country code only if it has one", () => {
  assert.equal(telephoneUri("01824 8269 2744"), "tel:0182482692744");
  assert.equal(telephoneUri("+86 21 0000 0000"), "tel:+862100000000");
});
