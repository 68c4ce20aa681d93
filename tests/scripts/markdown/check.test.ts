import assert from "node:assert/strict";
import test from "node:test";
import { brief } from "../../support/files.ts";
import { testTable } from "../../support/tables.ts";
import { check, type Options, render, zh } from "./site.ts";

const told = (options?: Options) => (text: string) => check(text, options).map(brief);

testTable("markdown", {
  "an English text": told(),
  "a Chinese text": told(zh),
  "an English draft": told({ published: false }),
  "a short text": told({ short: true }),
  "an address that leads to one’s own machine or network": (host) => {
    const [problem] = check(`[a](http://${host}/about/)`);
    assert.equal(problem?.rule, "link-own-machine");
    return / leads to your own (\w+),/.exec(problem.message)?.[1];
  },
});

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

test("a message is one line and quotes at most 80 characters, a remedy all that is to be written", () => {
  const [problem] = check(`[a](${"x".repeat(500)}.md)`);
  assert.equal(problem?.message, `the link \`${"x".repeat(79)}…\` leads to no page`);
  const address = `https://www.example.org/${"x".repeat(500)}`;
  assert.equal(
    check(`[a](${address.replace(":", "：")})`)[0]?.remedy.includes(`\`${address}\``),
    true,
  );
  const [picture] = check('<img\nsrc="a.jpg">');
  assert.equal(picture?.message.includes("\n"), false);
});

const many = 10_000;
const texts: Readonly<Record<string, string>> = {
  "open brackets": "[".repeat(many),
  "nested brackets": "[".repeat(many) + "]".repeat(many),
  "nested pictures": "![".repeat(many) + "](a)".repeat(many),
  "links never closed": "[a](b".repeat(many),
  "open parentheses": "(a".repeat(100_000),
  "nested parentheses": `[a](${"(".repeat(many)}${")".repeat(many)})`,
  "Chinese brackets": "［a］（".repeat(many),
  "tags never closed": "<a x='".repeat(many),
  "tags in tags": "<h2>".repeat(many) + "</h2>".repeat(many),
  "tags side by side": "<p><li><sup>a</sup><a href=b>".repeat(many),
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
  "equal ids": "## 港 {#a}\n".repeat(many),
  "addresses that never end": "https://a.org/(".repeat(many) + "a.".repeat(500_000),
  "e-mail that is none": "a@".repeat(many) + "a-".repeat(many) + "a.b_c@".repeat(many),
  "raised and lowered": "a^b~c^d~".repeat(many),
  "quotation marks": "5' \"'round a/b--c...".repeat(many),
  references: "[a][b] ".repeat(many),
  "links, and some that are none": "[a](/about/) [b](c d) ".repeat(many),
  "emphasis that is none": "** a ".repeat(many),
  "formulas that are none": `$$${"=".repeat(100_000)} ${"$$=".repeat(many)}`,
  "lines like a list's": `a\n${"2、a\n2. a\n".repeat(many)}`,
  "lines like a table's": `${"|a".repeat(many)}|\n|${"-|".repeat(many)}x`,
  "an address with dots": `[a](../${".".repeat(100_000)}b`,
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
