import assert from "node:assert/strict";
import { test } from "node:test";
import { readSecurityTxt } from "./readers.ts";

const contact = "Contact: mailto:a@example.org\n";
const expires = "Expires: 2027-10-31T23:59:59Z\n";

test("a file with the two fields that must be there is sound", () => {
  assert.equal(readSecurityTxt(`# a comment\r\n\n${contact}${expires}`).size, 2);
});

for (const [what, text] of [
  ["no contact", expires],
  ["no expiry", contact],
  ["two expiries", contact + expires + expires],
  ["a day without a time", `${contact}Expires: 2027-10-31\n`],
  ["an address without a scheme", `${expires}Contact: a@example.org\n`],
  ["an address in the clear", `${contact}${expires}Policy: http://example.org/\n`],
  ["no space after the colon", `${contact}${expires}Canonical:https://example.org/\n`],
  ["a line without an end", `${contact}${expires.trimEnd()}`],
] as const) {
  test(`${what} is refused`, () => {
    assert.throws(() => readSecurityTxt(text));
  });
}
