import assert from "node:assert/strict";
import { test } from "node:test";
import { foldLine } from "../../../../scripts/outputs/vcard/fold-line.ts";
import { wildTexts } from "../../../support/wild-texts.ts";

test("75 octets stay on one line, and the 76th begins another", () => {
  assert.equal(foldLine("a".repeat(75)), "a".repeat(75));
  assert.equal(foldLine("a".repeat(76)), `${"a".repeat(75)}\r\n a`);
});

test("no line is over 75 octets or cuts a character, and unfolded all is there again", () => {
  const strict = new TextDecoder("utf-8", { fatal: true });
  for (const text of wildTexts(200).map((one) => one.replaceAll("\n", ""))) {
    const folded = foldLine(text);
    for (const line of folded.split("\r\n")) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.equal(strict.decode(Buffer.from(`x${line}`)), `x${line}`);
    }
    assert.equal(folded.replaceAll("\r\n ", ""), text);
  }
});
