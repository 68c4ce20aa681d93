import assert from "node:assert/strict";
import { test } from "node:test";
import { resolveContentLink } from "../../../scripts/markdown/resolve-content-link.ts";

const addresses = new Map([
  ["content/en/about.md", "/about/"],
  ["content/en/news/index.md", "/news/"],
  ["content/zh/news/上海 港.md", "/zh/news/上海港/"],
]);
const resolve = (href: string, source = "content/en/news/index.md") =>
  resolveContentLink(href, source, (path) => addresses.get(path));

test("a path from the file becomes the address of its page", () => {
  assert.deepEqual(resolve("../about.md#river"), {
    contentPath: "content/en/about.md",
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
    contentPath: "content/en/news/index.md",
    address: "/news/",
    query: "",
    fragment: "x",
  });
});

test("an address from the root stays", () => {
  assert.deepEqual(resolve("/about/?a=1#b"), {
    contentPath: undefined,
    address: "/about/",
    query: "?a=1",
    fragment: "b",
  });
});

test("what no page has leads nowhere, however far up it climbs", () => {
  assert.equal(resolve("../abuot.md").address, undefined);
  assert.equal(resolve("../../../../../etc/passwd").address, undefined);
  assert.equal(resolve("100%.md").contentPath, "content/en/news/100%.md");
});
