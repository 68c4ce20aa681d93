import { test } from "node:test";
import { render } from "./render.ts";
import { check } from "./site.ts";

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
    check(text, { path: "content/zh/about.md" });
    render(text, "en");
    render(text, "zh");
  });
}
