import assert from "node:assert/strict";
import test from "node:test";
import { testTable } from "../../support/tables.ts";
import { read, render } from "./site.ts";

/** `line:column` of each link and picture, as an editor would find `[here]` or `![here]`. */
function placesOf(text: string): string {
  const { links, images } = read(text);
  return [...links, ...images].map(({ line, column }) => `${line}:${column}`).join(" ");
}

testTable("places", { "where links and pictures are found": placesOf });

test("a link is read with its target as written, its text and its kind", () => {
  const { links } = read(
    "[上海 **港**](<../上海 港.md#头> 't') [![x](y.jpg)](/a/) <mailto:a@b.org>",
    "zh",
  );
  assert.deepEqual(links, [
    {
      href: "../上海 港.md#头",
      text: "上海 港",
      hasImage: false,
      kind: "relative",
      line: 1,
      column: 1,
    },
    { href: "/a/", text: "x", hasImage: true, kind: "site", line: 1, column: 32 },
    {
      href: "mailto:a@b.org",
      text: "mailto:a@b.org",
      hasImage: false,
      kind: "mail",
      line: 1,
      column: 51,
    },
  ]);
});

test("a picture is read with its path, alt text, whether it is shown as a block, and beside another", () => {
  const { images } = read(
    '![黄浦\n江](../a%20b.jpg "标题")\n\n- ![](c.jpg)\n  ![](c.jpg)\n\na ![d](e.jpg)',
    "zh",
  );
  assert.deepEqual(images, [
    { written: "../a%20b.jpg", alt: "黄浦江", isBlock: true, inPair: false, line: 1, column: 1 },
    { written: "c.jpg", alt: "", isBlock: true, inPair: true, line: 4, column: 3 },
    { written: "c.jpg", alt: "", isBlock: true, inPair: true, line: 5, column: 3 },
    { written: "e.jpg", alt: "d", isBlock: false, inPair: false, line: 7, column: 3 },
  ]);
});

test("headings have the ids of the page", () => {
  const text =
    '## Content\n\n上海\n港\n---\n\n> ### "Docks" -- *and* [x](javascript:a)\n\n## 上海港 ##\n\n##\n\n# a\n';
  const { headings } = read(text, "zh");
  assert.deepEqual(
    headings.map(({ level, id, line, column }) => [level, id, `${line}:${column}`]),
    [
      [2, "content-2", "1:1"],
      [2, "上海港", "3:1"],
      [3, "docks-and-x", "7:3"],
      [2, "上海港-2", "9:1"],
      [2, "section", "11:1"],
      [1, "a", "13:1"],
    ],
  );
  const safe = text.replace("javascript:a", "a.md");
  const rendered = Array.from(render(safe, "zh").matchAll(/<h\d id="([^"]*)"/g), ([, id]) => id);
  assert.deepEqual(
    rendered,
    headings.map(({ id }) => id),
  );
});
