import assert from "node:assert/strict";
import { isUtf8 } from "node:buffer";
import test from "node:test";
import { invalidUtf8Offset } from "../../../scripts/problems/text.ts";

test("agrees with the platform on every pair and on the edges of the longer forms", () => {
  const cases: number[][] = [];
  for (let lead = 0; lead < 256; lead++) {
    cases.push([lead]);
    for (let second = 0; second < 256; second++) {
      cases.push([lead, second], [lead, second, 0x80], [lead, second, 0xbf, 0x80]);
      cases.push([lead, second, 0x7f], [lead, second, 0x80, 0xc0]);
    }
  }
  for (const bytes of cases) {
    const valid = invalidUtf8Offset(Uint8Array.from(bytes)) === -1;
    assert.equal(valid, isUtf8(Uint8Array.from(bytes)), bytes.join());
  }
});

test("names the byte with which the damage begins", () => {
  const bytes = Buffer.concat([Buffer.from("上海\n"), Buffer.from([0xe9, 0x0a])]);
  assert.equal(invalidUtf8Offset(bytes), 7);
});
