import assert from "node:assert/strict";
import test from "node:test";
import { brief } from "../../support/files.ts";
import { check, checks, render, zh } from "./site.ts";

const unsafe = "1:1 link-unsafe https: mailto: tel:";

checks({}, [
  ["[](../about.md)", "1:1 link-without-text"],
  ["[ ](/about/)", "1:1 link-without-text"],
  ["[x]()", "1:1 link-without-target"],
  ["[x](#)", "1:1 link-without-target"],
  ["[]()", "1:1 link-without-target"],
  ["[x](javascript:alert(1))", unsafe],
  ["[x](<java\tscript:a>)", unsafe],
  ["[x](data:text/html,a)", unsafe],
  ["<vbscript:a>", unsafe],
  ["[x](FILE:///a)", unsafe],
  ["[x](C:\\\\a.md)", unsafe],
  ["[x][y]\n\n[y]: javascript:a", unsafe],
  ["[x](//example.org/a)", "1:1 link-two-slashes https://example.org/a"],
  ["[a](\\\\\\\\server)", "1:1 link-two-slashes https://server"],
]);

const malformed = "1:1 link-malformed https://www.example.org/page";

checks({}, [
  ["[a](https://www.l-s-p.org.uk/about/?x#y)", "1:1 link-own-origin /about/?x#y"],
  ["<http://L-S-P.org.uk>", "1:1 link-own-origin /"],
  ["[a](https:/example.org)", malformed],
  ["[a](https://)", malformed],
  ["[a](https://example)", malformed],
  ["[a](<https://exa mple.org>)", malformed],
  ["[a](https://[x].org)", malformed],
  ["[a](mailto:x)", "1:1 link-mail-malformed mailto:name@example.org"],
  ["[a](mailto:a@b)", "1:1 link-mail-malformed mailto:name@example.org"],
  ["[a](tel:call)", "1:1 link-telephone-malformed tel:01511234567"],
  ["[a](<tel:01824 8269>)", "1:1 link-telephone-malformed tel:01511234567"],
  ["<http://172.32.0.1/> <http://8.8.8.8/> <http://localhost.example.org/> <http://fd.example/>"],
]);

checks(zh, [
  ["[站](https：//example.org)", "1:1 link-wide-character https://example.org"],
  ["[站](https://example。org)", "1:1 link-wide-character https://example.org"],
  [
    "[a](https://例子.org/上海_(港)?q=1#x) <a@b.org> [c](tel:+44-0182482692744) [d](mailto:a@b.org?subject=x) [e](https://sub.l-s-p.org.uk/)",
  ],
]);

for (const [href, whose] of [
  ["http://localhost:8080/about/", "machine"],
  ["https://LOCALHOST./about/", "machine"],
  ["http://127.0.0.1/about/", "machine"],
  ["http://[::1]/about/", "machine"],
  ["http://10.0.0.1/about/", "network"],
  ["http://172.31.0.1/about/", "network"],
  ["http://192.168.1.4/about/", "network"],
  ["http://[fd00::1]/about/", "network"],
  ["http://printer.local/about/", "network"],
] as const) {
  test(`${href} leads to one's own ${whose}`, () => {
    const problems = check(`[a](${href})`);
    assert.deepEqual(problems.map(brief), ["1:1 link-own-machine /about/"]);
    assert.match(problems[0]?.message ?? "", new RegExp(` leads to your own ${whose},`));
  });
}

checks({}, [
  ["[a](../abuot.md)", "1:1 link-misspelt ../about.md"],
  ["[a](about.md)", "1:1 link-misspelt ../about.md"],
  ["[a](../About.md)", "1:1 link-misspelt ../about.md"],
  ["[a](../about)", "1:1 link-misspelt ../about.md"],
  ["[a](../about/)", "1:1 link-misspelt ../about.md"],
  ["[a](../about.html#shanghai)", "1:1 link-misspelt ../about.md#shanghai"],
  ["[a](/abuot/)", "1:1 link-misspelt /about/"],
  ["[a](/about)", "1:1 link-misspelt /about/"],
  ["[a](/zh/about/index.html#上海)", "1:1 link-misspelt /zh/about/#上海"],
  ["[a](/contact/l-s-p.vcard)", "1:1 link-misspelt /contact/l-s-p.vcf"],
  ["[a](/nowhere/at/all/)", "1:1 link-to-no-page"],
  ["[a](opening.md)", "1:1 link-to-no-page"],
  ["[a](../../zh/abuot.md)", "1:1 link-misspelt ../../zh/about.md"],
  ["[a](../contact.md)", "1:1 link-misspelt ../../zh/contact.md"],
  ["[a](/en/about/)", "1:1 link-misspelt /about/"],
  ["[a](/content/en/about.md#shanghai)", "1:1 link-misspelt /about/#shanghai"],
  ["[a](/content/zh/)", "1:1 link-misspelt /zh/"],
  ["[a](/en/)", "1:1 link-misspelt /"],
  ["[a](../about.md#shangai)", "1:1 link-fragment-misspelt #shanghai"],
  ["[a](../about.md#Shanghai)", "1:1 link-fragment-misspelt #shanghai"],
  ["[a](/about/#history)", "1:1 link-to-no-heading #history"],
  ["[a](#nowhere)", "1:1 link-to-no-heading #nowhere"],
  ["[a](/zh/about/#%E4%B8%8A%E6%AF%8F)", "1:1 link-fragment-misspelt #上海"],
  ["[a](draft.md)", "1:1 link-unpublished"],
  ["[a](/news/draft/#later)", "1:1 link-unpublished"],
  ["[a](www.example.org)", "1:1 link-no-scheme https://www.example.org"],
  ["[a](getintouch@l-s-p.org.uk)", "1:1 link-no-mailto mailto:getintouch@l-s-p.org.uk"],
  ["[a](..\\\\about.md)", "1:1 link-backslash ../about.md"],
  ["[a](../../../assets/photos/a.jpg)", "1:1 link-to-file ../about.md /about/"],
  ["> - [x][y]\n\n[y]: ../abuot.md", "1:5 link-misspelt ../about.md"],
  [
    "[a](../about.md) [b](/about/#shanghai) [c](../../zh/about.md#上海) [d](/zh/about/#%E4%B8%8A%E6%B5%B7) [e](/contact/l-s-p.vcf) [f](index.md) [g](/news/?page=2)",
  ],
]);

checks(zh, [
  ["[关于](关于.md)", "1:1 link-to-no-page"],
  ["[a](../en/about.md#上海)", "1:1 link-to-no-heading #上海"],
  ["[a](#上每)", "1:1 link-fragment-misspelt #上海"],
  ["[a](../about．md)", "1:1 link-wide-character ../about.md"],
  ["[上海](#上海) [en](../en/about.md#liverpool)"],
]);

checks({ published: false }, [["[a](draft.md#later) [b](/news/draft/)"]]);

test("positions are those of the file that holds the text", () => {
  const options = { path: "content/en/index.md", short: true, start: { line: 7, column: 7 } };
  const text = "a\n[b](abuot.md)\n";
  assert.deepEqual(check(text, options), [
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
  // Where lines of the text are no lines of the file, they are told at its beginning.
  const [folded] = check(text, { ...options, aligned: false });
  assert.deepEqual([folded?.line, folded?.column], [7, 7]);
});

test("all problems of a text come together, in the order of their places", () => {
  const problems = check("### 港\n\n[a](x.md) <b>\n\n##b\n\n```\n");
  const places = problems.map(({ line, column }) => `${line}:${column}`);
  assert.deepEqual(places, ["1:1", "3:1", "3:11", "5:1", "7:1"]);
});

test("a message is one line and quotes at most 80 characters", () => {
  const [problem] = check(`[a](${"x".repeat(500)}.md)`);
  assert.equal(problem?.message, `the link \`${"x".repeat(79)}…\` leads to no page`);
  const [picture] = check('<img\nsrc="a.jpg">');
  assert.equal(picture?.message.includes("\n"), false);
});

checks({}, [
  ["# Title", "1:1 heading-first-level ## Title"],
  ["## A\n\n#### B\n\n##### C\n\n## D\n\n### E", "3:1 heading-skipped ### B"],
  ["# A\n\n## B", "1:1 heading-first-level ## A"],
  ["##", "1:1 heading-empty ## "],
  ["## A\n\n> ###\n", "3:3 heading-empty ### "],
  ["# ", "1:1 heading-empty ## "],
  ["## ![](a.jpg)", "1:1 heading-empty ## ", "1:4 picture-in-text"],
  ["## A\n\n### B\n\n## C"],
]);

checks(zh, [
  ["上海\n=====", "1:1 heading-underlined ## 上海"],
  ["### 上海", "1:1 heading-first ## 上海"],
]);

checks({ short: true }, [["a\n\n  ## A", "3:3 heading-in-short-text"]]);

checks({}, [
  ["text ![a](b.jpg)", "1:6 picture-in-text"],
  ["![a](b.jpg)\n![c](d.jpg)", "1:1 picture-in-text", "2:1 picture-in-text"],
  ["| ![a](b.jpg) |\n|---|", "1:3 picture-in-text"],
  ["![a](b.jpg)\n\n- ![a](b.jpg)\n\n> ![a](b.jpg)"],
]);

checks(zh, [["[![江](b.jpg)](/zh/about/)", "1:2 picture-in-text"]]);

checks({ short: true }, [["a\n\n![a](b.jpg)", "3:1 picture-in-short-text photo"]]);

const many = 10_000;
const texts: Readonly<Record<string, string>> = {
  "open brackets": "[".repeat(many),
  "nested brackets": "[".repeat(many) + "]".repeat(many),
  "nested pictures": "![".repeat(many) + "](a)".repeat(many),
  "links never closed": "[a](b".repeat(many),
  "nested parentheses": `[a](${"(".repeat(many)}${")".repeat(many)})`,
  "Chinese brackets": "［a］（".repeat(many),
  "tags never closed": "<a x='".repeat(many),
  comments: "<!--".repeat(many),
  "a long line": "上海 ".repeat(100_000),
  "a long word": "a".repeat(1_000_000),
  "many blanks": `[a](b${" ".repeat(100_000)}c) <a${" ".repeat(100_000)}b`,
  "many lines": "上\n".repeat(50_000),
  quotations: ">".repeat(many),
  "lists in a line": "- ".repeat(many),
  "lists in lists": Array.from({ length: 500 }, (_, n) => `${" ".repeat(n * 2)}- a`).join("\n"),
  emphasis: "**a_b_".repeat(many),
  "runs of backticks": Array.from({ length: 500 }, (_, n) => "`".repeat(n + 1)).join(" "),
  "equal headings": "## 港\n".repeat(many),
  references: "[a][b] ".repeat(many),
  "a wide table": `${"|".repeat(many)}\n${"|-".repeat(many)}|\n${"|[a](b c)".repeat(many)}`,
  "a wide row": `|a|\n|-|\n${"|b".repeat(many)}`,
  "escaped pipes": `${"\\|".repeat(many)}|a\n-|-\n`,
  fences: "> ```\n\n".repeat(many),
  "lone surrogates": "## \uD800\n\n[\uDC00](\uD800.md) ＃\uDFFF",
  "control characters": "\0## \u0001\u0085\u2028[a](\u0002)\f\v\n\f",
  "bytes that are no text": "[a](%FF%E4.md#%zz%) ![](%)",
};

// What would hang fails by the runner's limit.
for (const [what, text] of Object.entries(texts)) {
  test(`${what} end quickly and throw nothing`, { timeout: 20_000 }, () => {
    check(text);
    check(text, zh);
    render(text, "en");
    render(text, "zh");
  });
}
