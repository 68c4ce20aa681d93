import assert from "node:assert/strict";
import test from "node:test";
import { readReferences } from "../../../scripts/markdown/read.ts";
import { checks, render, zh } from "./site.ts";

function read(text: string, language: "en" | "zh" = "en") {
  return readReferences(text, { language, reservedIds: ["content"] });
}

/** `line:column` of each link and picture, as an editor would find `[here]` or `![here]`. */
function placesOf(text: string): string[] {
  const { links, images } = read(text);
  return [...links, ...images].map(({ line, column }) => `${line}:${column}`);
}

const positions: readonly [what: string, text: string, ...places: string[]][] = [
  ["in a paragraph", "a [b](c.md) d [e](f.md)", "1:3", "1:15"],
  ["on a later line", "a\nb [c](d.md)\n  e [f](g.md)", "2:3", "3:5"],
  ["twice the same", "[a](b.md) [a](b.md)\n[a](b.md)", "1:1", "1:11", "2:1"],
  ["after emphasis", "*a* **b [c](d.md)** ~~e~~ [f](g.md)", "1:9", "1:27"],
  ["after code that looks like one", "`[a](b.md)` [c](d.md)", "1:13"],
  ["after escapes and entities", "\\[a\\](b.md) &amp; [c](d.md)", "1:19"],
  ["after Chinese, in UTF-16 units", "上海𠀀“港” [c](d.md)", "1:9"],
  ["autolinks", "a <https://b.org> <c@d.org>", "1:3", "1:19"],
  ["an autolink behind a bracket", "[ <https://b.org>", "1:3"],
  ["with a bracket in the text", "[a [b] `]` c](d.md) [e](f.md)", "1:1", "1:21"],
  ["over two lines", "[a\nb](c.md) [d](e.md)", "1:1", "2:10"],
  ["by reference", "a [b][x] [x] [c][]\n\n[x]: d.md\n[c]: e.md", "1:3", "1:10", "1:14"],
  ["in headings", "##   [a](b.md) ##\n\n   ### x [c](d.md)", "1:6", "3:10"],
  ["in an underlined heading", "  a\n  [b](c.md)\n---", "2:3"],
  ["in a quotation", "> a\n> [b](c.md)\n>[d](e.md)\n[f](g.md)", "2:3", "3:2", "4:1"],
  [
    "in quotations in lists",
    "- > 1. a [b](c.md)\n  >    [d](e.md)\n\n  f [g](h.md)",
    "1:10",
    "2:8",
    "4:5",
  ],
  ["in a list", "1. a\n   [b](c.md)\n2.  [d](e.md)\n    - [f](g.md)", "2:4", "3:5", "4:7"],
  ["after tabs", "-\ta [b](c.md)\n\td [e](f.md)\n\n\tg\n\t\t[h](i.md)", "1:5", "2:4", "5:3"],
  [
    "in tables",
    "| a | [b](c.md) |\n|---|---|\n| \\| [d](e.md) | x [f](g.md) |",
    "1:7",
    "3:6",
    "3:20",
  ],
  [
    "in tables without outer pipes",
    "> a | [b](c.md)\n> ---|---\n> `\\|\\|` [d](e.md) |[f](g.md)",
    "1:7",
    "3:10",
    "3:21",
  ],
  ["in pictures' paragraphs", "![a](b.jpg)\n\n> ![c](d.jpg)", "1:1", "3:3"],
  ["after CRLF and CR", "a\r\n\r\nb [c](d.md)\r[e](f.md)", "3:3", "4:1"],
  ["after blank lines and a comment of ours", "\n\n\n   [a](b.md)", "4:4"],
];

for (const [what, text, ...places] of positions) {
  test(`links and pictures are found ${what}`, () => assert.deepEqual(placesOf(text), places));
}

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

test("a picture is read with its path, alt text, and whether it stands alone", () => {
  const { images } = read(
    '![黄浦\n江](../a%20b.jpg "标题")\n\n- ![](c.jpg)\n\na ![d](e.jpg)',
    "zh",
  );
  assert.deepEqual(images, [
    { written: "../a%20b.jpg", alt: "黄浦江", alone: true, line: 1, column: 1 },
    { written: "c.jpg", alt: "", alone: true, line: 4, column: 3 },
    { written: "e.jpg", alt: "d", alone: false, line: 6, column: 3 },
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

test("an underlined heading is told from one with #", () => {
  const { headings } = read("a\n---\n\n## b");
  assert.deepEqual(
    headings.map(({ underlined }) => underlined),
    [true, false],
  );
});

checks({}, [
  ["##Title", "1:1 heading-no-space ## Title"],
  ["# Title", "1:1 heading-no-space ## Title"],
  ["#1 of 2\n#话题# ＃话题\n\\##x\n#######x"],
  ["```\ncode", "1:1 code-unclosed"],
  ["text\n> ```js\n> code\n\ntext", "2:3 code-unclosed"],
  ["- a\n\n  ~~~~js\n  x\n  ~~~\n", "3:3 code-unclosed"],
  ["```", "1:1 code-unclosed"],
  ["```\na\n    ```", "1:1 code-unclosed"],
  ["```\na\n```\n\n~~~\n```\n~~~~\n\n> ```\n> ```"],
  ["| a | b |\n|---|---|\n| 上 | \\| 海 | 港 | |\n| 1 |\n||", "3:14 table-surplus-cell \\|"],
  ["> a |\n> -|\n> 1|2", "3:5 table-surplus-cell \\|"],
  [">".repeat(120), "1:1 nested-too-deep"],
  [`${"- ".repeat(60)}a`, "1:1 nested-too-deep"],
]);

checks(zh, [
  ["a\n##上海 **港**", "2:1 heading-no-space ## 上海 **港**"],
  ["##　标题", "1:1 heading-no-space ## 标题"],
  ["＃＃ 标题", "1:1 heading-wide-mark ## 标题"],
  ["> ＃　标题", "1:3 heading-wide-mark ## 标题"],
]);
