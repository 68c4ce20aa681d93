import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOfFile, fileOfAddress, percentDecode } from "../../../scripts/lib/addresses.ts";

test("UTF-8 is decoded, everything else left alone", () => {
  assert.equal(percentDecode("%E4%B8%8A%E6%b5%b7/a%20b"), "上海/a b");
  assert.equal(percentDecode("100%"), "100%");
  assert.equal(percentDecode("%zz%4"), "%zz%4");
  assert.equal(percentDecode("%FF"), "\uFFFD");
});

for (const [address, file] of [
  ["/", "index.html"],
  ["/zh/about/", "zh/about/index.html"],
  ["/zh/404.html", "zh/404.html"],
  ["/feed.xml", "feed.xml"],
] as const) {
  test(`${address} is the address of ${file}`, () => {
    assert.deepEqual([fileOfAddress(address), addressOfFile(file)], [file, address]);
  });
}
