import assert from "node:assert/strict";
import test from "node:test";
import { linkKind, resolveContentLink } from "../../../scripts/markdown/link-targets.ts";

for (const [href, kind] of [
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
] as const) {
  test(`${JSON.stringify(href)} is ${kind}`, () => assert.equal(linkKind(href), kind));
}

const addresses = new Map([
  ["content/en/about.md", "/about/"],
  ["content/en/news/index.md", "/news/"],
  ["content/zh/news/上海 港.md", "/zh/news/上海港/"],
  ["content/en/news/100%.md", "/100/"],
]);
const resolve = (href: string, source = "content/en/news/index.md") =>
  resolveContentLink(href, source, (path) => addresses.get(path));

test("a path from the file becomes the address of its page", () => {
  assert.deepEqual(resolve("../about.md#river"), {
    address: "/about/",
    query: "",
    fragment: "river",
  });
  assert.equal(resolve("./../about.md").address, "/about/");
  assert.equal(resolve("news/index.md", "content/en/about.md").address, "/news/");
});

test("a path to the other language, percent-encoded, is found", () => {
  const encoded = "../../zh/news/%E4%B8%8A%E6%B5%B7%20%E6%B8%AF.md";
  assert.equal(resolve(encoded).address, "/zh/news/上海港/");
  assert.equal(resolve("../../zh/news/上海 港.md").address, "/zh/news/上海港/");
});

test("a fragment alone is on the page itself", () => {
  assert.deepEqual(resolve("#x"), {
    address: "/news/",
    query: "",
    fragment: "x",
  });
});

test("an address from the root stays", () => {
  assert.deepEqual(resolve("/about/?a=1#b"), {
    address: "/about/",
    query: "?a=1",
    fragment: "b",
  });
});

test("what no page has leads nowhere, however far up it climbs", () => {
  assert.equal(resolve("../abuot.md").address, undefined);
  assert.equal(resolve("../../../../../etc/passwd").address, undefined);
  assert.equal(resolve("100%.md").address, "/100/");
});
