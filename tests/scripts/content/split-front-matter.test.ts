import assert from "node:assert/strict";
import { test } from "node:test";
import { splitFrontMatter } from "../../../scripts/content/split-front-matter.ts";

test("divides at the lines of three hyphens, blanks after them or not", () => {
  assert.deepEqual(splitFrontMatter("a.md", "---  \na: 1\n--- \n\nText\n---\n"), {
    yaml: "a: 1",
    body: "\nText\n---\n",
    bodyLine: 4,
  });
  assert.deepEqual(splitFrontMatter("a.md", "---\n---"), { yaml: "", body: "", bodyLine: 3 });
});

const missing =
  "1:1  the file does not begin with front matter — begin it with four lines: `---`, `title: …`, `summary: …`, `---`";
const language = (opening: string) =>
  `1:1  the front matter begins with \`${opening}\`, and only YAML is read here — write \`---\` alone on this line, and below it lines like \`title: News\``;
const unclosed = (where: string) =>
  `1:1  the front matter is not closed — write a line \`---\` ${where}`;

const cases: [text: string, expected: string][] = [
  ["", missing],
  ["Text\n", missing],
  ["----\ntitle: T\n----\n", missing],
  [
    "\n\n---\ntitle: T\n---\n",
    "3:1  the front matter does not begin on the first line — delete everything before this `---`",
  ],
  ["---js\n{}\n---\n", language("---js")],
  ["--- json\n{}\n---\n", language("--- json")],
  ["---toml\n---\n", language("---toml")],
  ["+++\n+++\n", language("+++")],
  ["{\n}\n", language("{")],
  ["---\ntitle: T\nsummary: S\n\nText\n", unclosed("before line 4")],
  ["---\ntitle: T\n## Heading\n", unclosed("before line 3")],
  ["---\ntitle: T\n", unclosed("after its last key")],
  [
    "---\ntitle: T\n-----\n",
    "3:1  the line that closes the front matter is `-----` — write `---` alone on this line",
  ],
];

for (const [text, expected] of cases) {
  test(`${JSON.stringify(text)} has no front matter to read`, () => {
    const parts = splitFrontMatter("a.md", text);
    assert.ok("problem" in parts);
    const { line, column, message, remedy } = parts.problem;
    assert.equal(`${line}:${column}  ${message} — ${remedy}`, expected);
  });
}
