import assert from "node:assert/strict";
import test from "node:test";
import { unsafeCode } from "./mutants.ts";
import { readSecurityTxt } from "./readers.ts";
import { siteOfPages } from "./site.ts";

const contact = "Contact: mailto:a@example.org\n";
const expires = "Expires: 2027-10-31T23:59:59Z\n";

test("a file with the two fields that must be there is sound", () => {
  assert.equal(readSecurityTxt(`# a comment\r\n\n${contact}${expires}`).size, 2);
});

test("what the standard does not allow is refused", () => {
  for (const text of [
    expires,
    contact,
    contact + expires + expires,
    `${contact}Expires: 2027-10-31\n`,
    `${expires}Contact: a@example.org\n`,
    `${contact}${expires}Policy: http://example.org/\n`,
    `${contact}${expires}Canonical:https://example.org/\n`,
    `${contact}${expires.trimEnd()}`,
  ]) {
    assert.throws(() => readSecurityTxt(text), text);
  }
});

const faults = (html: string) => unsafeCode(siteOfPages(new Map([["/", html]])));

test("finds every way in which a text can run", () => {
  for (const html of [
    "<script>alert(1)</script>",
    '<img src="x" onerror="alert(1)">',
    '<a href="javascript:alert(1)">a</a>',
    '<a href=" java\tscript:alert(1)">a</a>',
    '<form action="JavaScript:alert(1)"></form>',
    '<iframe src="data:text/html,x"></iframe>',
    '<svg><a xlink:href="javascript:alert(1)"><text>a</text></a></svg>',
  ]) {
    assert.equal(faults(html).length, 1, html);
  }
});

test("lets text be text", () => {
  const html = '<p title="javascript:x">&lt;script> onerror=</p><a href="/javascript:/">a</a>';
  assert.deepEqual(faults(html), []);
});
