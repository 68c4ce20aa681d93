import assert from "node:assert/strict";
import { test } from "node:test";
import { checkMarkdown } from "../../../scripts/markdown/check-markdown.ts";
import { readReferences } from "../../../scripts/markdown/read-references.ts";
import { check, site } from "./site.ts";

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
