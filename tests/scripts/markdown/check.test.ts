import assert from "node:assert/strict";
import test from "node:test";
import { checkMarkdown } from "../../../scripts/markdown/check.ts";
import { readReferences } from "../../../scripts/markdown/read.ts";
import { checks } from "./checks.ts";
import { check, site } from "./site.ts";

checks([
  {
    text: "[](../about.md)",
    problems: [
      "1:1  the link to `../about.md` has no text to click on — write the words of the link between [ and ]",
    ],
  },
  {
    text: "[ ](/about/)",
    problems: [
      "1:1  the link to `/about/` has no text to click on — write the words of the link between [ and ]",
    ],
  },
  {
    text: "[x]()",
    problems: ["1:1  the link `[x]` leads nowhere — write the address between ( and )"],
  },
  {
    text: "[x](#)",
    problems: ["1:1  the link `[x]` leads nowhere — write the address between ( and )"],
  },
  {
    text: "[]()",
    problems: ["1:1  the link `[]` leads nowhere — write the address between ( and )"],
  },
  {
    text: "[![江](a.jpg)](/zh/about/)",
    zh: true,
    problems: [
      "1:2  the picture `a.jpg` shares its paragraph with something else — put the picture in a paragraph of its own, with an empty line above and below",
    ],
  },
  {
    text: "[x](javascript:alert(1))",
    problems: [
      "1:1  the link `javascript:alert(1)` begins with `javascript:`, which is not allowed — link to a page of this site, or to an address with `https:`, `mailto:` or `tel:`",
    ],
  },
  {
    text: "[x](<java\tscript:a>)",
    problems: [
      "1:1  the link `java�script:a` begins with `java�script:`, which is not allowed — link to a page of this site, or to an address with `https:`, `mailto:` or `tel:`",
    ],
  },
  {
    text: "[x](data:text/html,a)",
    problems: [
      "1:1  the link `data:text/html,a` begins with `data:`, which is not allowed — link to a page of this site, or to an address with `https:`, `mailto:` or `tel:`",
    ],
  },
  {
    text: "<vbscript:a>",
    problems: [
      "1:1  the link `vbscript:a` begins with `vbscript:`, which is not allowed — link to a page of this site, or to an address with `https:`, `mailto:` or `tel:`",
    ],
  },
  {
    text: "[x](FILE:///a)",
    problems: [
      "1:1  the link `FILE:///a` begins with `FILE:`, which is not allowed — link to a page of this site, or to an address with `https:`, `mailto:` or `tel:`",
    ],
  },
  {
    text: "[x](C:\\\\a.md)",
    problems: [
      "1:1  the link `C:\\a.md` begins with `C:`, which is not allowed — link to a page of this site, or to an address with `https:`, `mailto:` or `tel:`",
    ],
  },
  {
    text: "[x][y]\n\n[y]: javascript:a",
    problems: [
      "1:1  the link `javascript:a` begins with `javascript:`, which is not allowed — link to a page of this site, or to an address with `https:`, `mailto:` or `tel:`",
    ],
  },
  {
    text: "[x](//example.org/a)",
    problems: [
      "1:1  the link `//example.org/a` begins with two slashes but not with `https:` — write `https://example.org/a`",
    ],
  },
  {
    text: "[a](\\\\\\\\server)",
    problems: [
      "1:1  the link `\\\\server` begins with two slashes but not with `https:` — write `https://server`",
    ],
  },
]);

checks([
  {
    text: "[a](https://www.l-s-p.org.uk/about/?x#y)",
    problems: [
      "1:1  the link `https://www.l-s-p.org.uk/about/?x#y` names this site itself by its full address — write `/about/?x#y`",
    ],
  },
  {
    text: "<http://L-S-P.org.uk>",
    problems: [
      "1:1  the link `http://L-S-P.org.uk` names this site itself by its full address — write `/`",
    ],
  },
  {
    text: "[a](https:/example.org)",
    problems: [
      "1:1  the link `https:/example.org` is not a complete address — copy the whole of it from the browser, such as `https://www.example.org/page`",
    ],
  },
  {
    text: "[a](https://)",
    problems: [
      "1:1  the link `https://` is not a complete address — copy the whole of it from the browser, such as `https://www.example.org/page`",
    ],
  },
  {
    text: "[a](https://example)",
    problems: [
      "1:1  the link `https://example` is not a complete address — copy the whole of it from the browser, such as `https://www.example.org/page`",
    ],
  },
  {
    text: "[a](<https://exa mple.org>)",
    problems: [
      "1:1  the link `https://exa mple.org` is not a complete address — copy the whole of it from the browser, such as `https://www.example.org/page`",
    ],
  },
  {
    text: "[a](https://[x].org)",
    problems: [
      "1:1  the link `https://[x].org` is not a complete address — copy the whole of it from the browser, such as `https://www.example.org/page`",
    ],
  },
  {
    text: "[站](https：//example.org)",
    zh: true,
    problems: [
      "1:1  the link `https：//example.org` has the full-width character ： in it — write `https://example.org`, with the characters of an English keyboard",
    ],
  },
  {
    text: "[站](https://example。org)",
    zh: true,
    problems: [
      "1:1  the link `https://example。org` has the full-width character 。 in it — write `https://example.org`, with the characters of an English keyboard",
    ],
  },
  {
    text: "[a](mailto:x)",
    problems: [
      "1:1  the link `mailto:x` is not a complete e-mail address — write it like `mailto:name@example.org`",
    ],
  },
  {
    text: "[a](mailto:a@b)",
    problems: [
      "1:1  the link `mailto:a@b` is not a complete e-mail address — write it like `mailto:name@example.org`",
    ],
  },
  {
    text: "[a](tel:call)",
    problems: [
      "1:1  the link `tel:call` is not a telephone number — write its digits without spaces, like `tel:01511234567`",
    ],
  },
  {
    text: "[a](<tel:01824 8269>)",
    problems: [
      "1:1  the link `tel:01824 8269` is not a telephone number — write its digits without spaces, like `tel:01511234567`",
    ],
  },
  {
    text: "[a](https://例子.org/上海_(港)?q=1#x) <a@b.org> [c](tel:+44-0182482692744) [d](mailto:a@b.org?subject=x) [e](https://sub.l-s-p.org.uk/)",
    zh: true,
    problems: [],
  },
  ...[
    ["http://localhost:8080/about/", "machine"],
    ["https://LOCALHOST./about/", "machine"],
    ["http://127.0.0.1/about/", "machine"],
    ["http://[::1]/about/", "machine"],
    ["http://10.0.0.1/about/", "network"],
    ["http://172.31.0.1/about/", "network"],
    ["http://192.168.1.4/about/", "network"],
    ["http://[fd00::1]/about/", "network"],
    ["http://printer.local/about/", "network"],
  ].map(([href, whose]) => ({
    text: `[a](${href})`,
    problems: [
      `1:1  the link \`${href}\` leads to your own ${whose}, which visitors cannot reach — write the address on this site, such as \`/about/\`, or take the link out`,
    ],
  })),
  {
    text: "<http://172.32.0.1/> <http://8.8.8.8/> <http://localhost.example.org/> <http://fd.example/>",
    problems: [],
  },
]);

checks([
  {
    text: "[a](../abuot.md)",
    problems: ["1:1  the link `../abuot.md` leads to no page — did you mean `../about.md`?"],
  },
  {
    text: "[a](about.md)",
    problems: ["1:1  the link `about.md` leads to no page — did you mean `../about.md`?"],
  },
  {
    text: "[a](../About.md)",
    problems: ["1:1  the link `../About.md` leads to no page — did you mean `../about.md`?"],
  },
  {
    text: "[a](../about)",
    problems: ["1:1  the link `../about` leads to no page — did you mean `../about.md`?"],
  },
  {
    text: "[a](../about/)",
    problems: ["1:1  the link `../about/` leads to no page — did you mean `../about.md`?"],
  },
  {
    text: "[a](../about.html#shanghai)",
    problems: [
      "1:1  the link `../about.html#shanghai` leads to no page — did you mean `../about.md#shanghai`?",
    ],
  },
  {
    text: "[a](/abuot/)",
    problems: ["1:1  the link `/abuot/` leads to no page — did you mean `/about/`?"],
  },
  {
    text: "[a](/about)",
    problems: ["1:1  the link `/about` leads to no page — did you mean `/about/`?"],
  },
  {
    text: "[a](/zh/about/index.html#上海)",
    problems: [
      "1:1  the link `/zh/about/index.html#上海` leads to no page — did you mean `/zh/about/#上海`?",
    ],
  },
  {
    text: "[a](/contact/l-s-p.vcard)",
    problems: [
      "1:1  the link `/contact/l-s-p.vcard` leads to no page — did you mean `/contact/l-s-p.vcf`?",
    ],
  },
  {
    text: "[a](/nowhere/at/all/)",
    problems: [
      "1:1  the link `/nowhere/at/all/` leads to no page — correct the address, or take the link out",
    ],
  },
  {
    text: "[a](opening.md)",
    problems: [
      "1:1  the link `opening.md` leads to no page — correct the address, or take the link out",
    ],
  },
  {
    text: "[a](../../zh/abuot.md)",
    problems: [
      "1:1  the link `../../zh/abuot.md` leads to no page — did you mean `../../zh/about.md`?",
    ],
  },
  {
    text: "[a](../contact.md)",
    problems: [
      "1:1  the link `../contact.md` leads to no page — did you mean `../../zh/contact.md`?",
    ],
  },
  {
    text: "[关于](关于.md)",
    zh: true,
    problems: [
      "1:1  the link `关于.md` leads to no page — correct the address, or take the link out",
    ],
  },
  {
    text: "[a](/en/about/)",
    problems: ["1:1  the link `/en/about/` leads to no page — did you mean `/about/`?"],
  },
  {
    text: "[a](/content/en/about.md#shanghai)",
    problems: [
      "1:1  the link `/content/en/about.md#shanghai` leads to no page — did you mean `/about/#shanghai`?",
    ],
  },
  {
    text: "[a](/content/zh/)",
    problems: ["1:1  the link `/content/zh/` leads to no page — did you mean `/zh/`?"],
  },
  { text: "[a](/en/)", problems: ["1:1  the link `/en/` leads to no page — did you mean `/`?"] },
  {
    text: "[a](../about.md#shangai)",
    problems: [
      "1:1  the link `../about.md#shangai` leads to no heading of that page — did you mean `#shanghai`?",
    ],
  },
  {
    text: "[a](../about.md#Shanghai)",
    problems: [
      "1:1  the link `../about.md#Shanghai` leads to no heading of that page — did you mean `#shanghai`?",
    ],
  },
  {
    text: "[a](/about/#history)",
    problems: [
      "1:1  the link `/about/#history` leads to no heading of that page — take `#history` out of it, or name a heading that the page has",
    ],
  },
  {
    text: "[a](#nowhere)",
    problems: [
      "1:1  the link `#nowhere` leads to no heading of that page — take `#nowhere` out of it, or name a heading that the page has",
    ],
  },
  {
    text: "[a](../en/about.md#上海)",
    zh: true,
    problems: [
      "1:1  the link `../en/about.md#上海` leads to no heading of that page — take `#上海` out of it, or name a heading that the page has",
    ],
  },
  {
    text: "[a](#上每)",
    zh: true,
    problems: ["1:1  the link `#上每` leads to no heading of that page — did you mean `#上海`?"],
  },
  {
    text: "[a](/zh/about/#%E4%B8%8A%E6%AF%8F)",
    problems: [
      "1:1  the link `/zh/about/#%E4%B8%8A%E6%AF%8F` leads to no heading of that page — did you mean `#上海`?",
    ],
  },
  {
    text: "[a](draft.md)",
    problems: [
      "1:1  the link `draft.md` leads to content/en/news/draft.md, which is not published yet — publish that page first, or take the link out",
    ],
  },
  {
    text: "[a](/news/draft/#later)",
    problems: [
      "1:1  the link `/news/draft/#later` leads to content/en/news/draft.md, which is not published yet — publish that page first, or take the link out",
    ],
  },
  { text: "[a](draft.md#later) [b](/news/draft/)", published: false, problems: [] },
  {
    text: "[a](www.example.org)",
    problems: [
      "1:1  the link `www.example.org` to another site does not begin with `https://` — write `https://www.example.org`",
    ],
  },
  {
    text: "[a](getintouch@l-s-p.org.uk)",
    problems: [
      "1:1  the link `getintouch@l-s-p.org.uk` to an e-mail address does not begin with `mailto:` — write `mailto:getintouch@l-s-p.org.uk`",
    ],
  },
  {
    text: "[a](..\\\\about.md)",
    problems: ["1:1  the link `..\\about.md` has a backslash in it — write `../about.md`"],
  },
  {
    text: "[a](../about．md)",
    zh: true,
    problems: [
      "1:1  the link `../about．md` has the full-width character ． in it — write `../about.md`, with the characters of an English keyboard",
    ],
  },
  {
    text: "[a](../../../assets/photos/a.jpg)",
    problems: [
      "1:1  the link `../../../assets/photos/a.jpg` leads to a file that is not a page — link to a Markdown file like `../about.md` or to an address like `/about/`",
    ],
  },
  {
    text: "> - [x][y]\n\n[y]: ../abuot.md",
    problems: ["1:5  the link `../abuot.md` leads to no page — did you mean `../about.md`?"],
  },
  {
    text: "[a](../about.md) [b](/about/#shanghai) [c](../../zh/about.md#上海) [d](/zh/about/#%E4%B8%8A%E6%B5%B7) [e](/contact/l-s-p.vcf) [f](index.md) [g](/news/?page=2)",
    problems: [],
  },
  { text: "[上海](#上海) [en](../en/about.md#liverpool)", zh: true, problems: [] },
]);

function checkAt(text: string, start: { line: number; column: number }, aligned = true) {
  return checkMarkdown({
    path: "content/en/index.md",
    published: true,
    short: true,
    references: readReferences(text, { language: "en", reservedIds: [] }),
    start,
    aligned,
    site,
  });
}

test("positions are those of the file that holds the text", () => {
  const problems = checkAt("a\n[b](abuot.md)\n", { line: 7, column: 7 });
  assert.deepEqual(problems, [
    {
      rule: "link-misspelt",
      severity: "error",
      path: "content/en/index.md",
      line: 8,
      column: 7,
      message: "the link `abuot.md` leads to no page",
      remedy: "did you mean `about.md`?",
    },
  ]);
});

test("where lines of the text are no lines of the file, they are told at its beginning", () => {
  const [problem] = checkAt("a\n[b](abuot.md)\n", { line: 7, column: 7 }, false);
  assert.deepEqual([problem?.line, problem?.column], [7, 7]);
});

test("all problems of a text come together, in the order of their places", () => {
  const text = "### 港\n\n[a](x.md) <b>\n\n##b\n\n```\n";
  const places = check(text).map((problem) => problem.split(" ", 1)[0]);
  assert.deepEqual(places, ["1:1", "3:1", "3:11", "5:1", "7:1"]);
});

test("a message is one line and quotes at most 80 characters", () => {
  const [problem] = check(`[a](${"x".repeat(500)}.md)`);
  assert.equal(
    problem,
    `1:1  the link \`${"x".repeat(79)}…\` leads to no page — correct the address, or take the link out`,
  );
  const [picture] = check('<img\nsrc="a.jpg">');
  assert.equal(picture?.includes("\n"), false);
});

checks([
  {
    text: "# Title",
    problems: [
      "1:1  the heading `# Title` has one #, which is for the title of the page — write `## Title`",
    ],
  },
  {
    text: "上海\n=====",
    zh: true,
    problems: [
      "1:1  the line of = below `上海` makes it a heading like the title of the page — write `## 上海` and delete the line of =",
    ],
  },
  {
    text: "### 上海",
    zh: true,
    problems: ["1:1  the first heading is `### 上海`, and a text begins with ## — write `## 上海`"],
  },
  {
    text: "## A\n\n#### B\n\n##### C\n\n## D\n\n### E",
    problems: ["3:1  the heading `#### B` follows one with ## — write `### B`"],
  },
  {
    text: "# A\n\n## B",
    problems: [
      "1:1  the heading `# A` has one #, which is for the title of the page — write `## A`",
    ],
  },
  {
    text: "##",
    problems: ["1:1  this heading has no text — write its text after `## `, or delete the line"],
  },
  {
    text: "## A\n\n> ###\n",
    problems: ["3:3  this heading has no text — write its text after `### `, or delete the line"],
  },
  {
    text: "# ",
    problems: ["1:1  this heading has no text — write its text after `## `, or delete the line"],
  },
  {
    text: "## ![](a.jpg)",
    problems: [
      "1:1  this heading has no text — write its text after `## `, or delete the line",
      "1:4  the picture `a.jpg` shares its paragraph with something else — put the picture in a paragraph of its own, with an empty line above and below",
    ],
  },
  {
    text: "a\n\n  ## A",
    short: true,
    problems: [
      "3:3  the heading `A` stands in a short text, which has no room for one — take it out; a short text has paragraphs, lists and links",
    ],
  },
  { text: "## A\n\n### B\n\n## C", problems: [] },
]);

checks([
  {
    text: "text ![a](b.jpg)",
    problems: [
      "1:6  the picture `b.jpg` shares its paragraph with something else — put the picture in a paragraph of its own, with an empty line above and below",
    ],
  },
  {
    text: "![a](b.jpg)\n![c](d.jpg)",
    problems: [
      "1:1  the picture `b.jpg` shares its paragraph with something else — put the picture in a paragraph of its own, with an empty line above and below",
      "2:1  the picture `d.jpg` shares its paragraph with something else — put the picture in a paragraph of its own, with an empty line above and below",
    ],
  },
  {
    text: "[![江](b.jpg)](/zh/about/)",
    zh: true,
    problems: [
      "1:2  the picture `b.jpg` shares its paragraph with something else — put the picture in a paragraph of its own, with an empty line above and below",
    ],
  },
  {
    text: "| ![a](b.jpg) |\n|---|",
    problems: [
      "1:3  the picture `b.jpg` shares its paragraph with something else — put the picture in a paragraph of its own, with an empty line above and below",
    ],
  },
  { text: "![a](b.jpg)\n\n- ![a](b.jpg)\n\n> ![a](b.jpg)", problems: [] },
  {
    text: "a\n\n![a](b.jpg)",
    short: true,
    problems: [
      "3:1  the picture `b.jpg` stands in a short text, which has no room for one — take it out; the key `photo` names the picture that is shown",
    ],
  },
]);
