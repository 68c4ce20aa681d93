import assert from "node:assert/strict";
import { test } from "node:test";
import { type LinkKind, linkKind } from "../../../scripts/markdown/link-kind.ts";

const cases: readonly [href: string, kind: LinkKind][] = [
  ["", "empty"],
  ["#", "empty"],
  [" ", "empty"],
  ["#上海港", "fragment"],
  ["../about.md#river", "relative"],
  ["about.md?a=b:c", "relative"],
  ["/zh/about/", "site"],
  ["https://example.org/", "external"],
  ["HTTP://example.org/", "external"],
  ["mailto:getintouch@example.org", "mail"],
  ["tel:018248", "telephone"],
  ["//example.org", "protocol-relative"],
  ["\\\\server\\share", "protocol-relative"],
  ["javascript:alert(1)", "unsafe"],
  ["JavaScript:alert(1)", "unsafe"],
  [" java\tscript:alert(1)", "unsafe"],
  ["\u0001javascript:alert(1)", "unsafe"],
  ["vbscript:x", "unsafe"],
  ["data:image/png;base64,AA", "unsafe"],
  ["file:///etc/passwd", "unsafe"],
  ["C:\\Users\\river.jpg", "unsafe"],
  ["https：//example.org", "relative"],
];

for (const [href, kind] of cases) {
  test(`${JSON.stringify(href)} is ${kind}`, () => assert.equal(linkKind(href), kind));
}
