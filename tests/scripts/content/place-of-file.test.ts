import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOfFile } from "../../../scripts/content/place-of-file.ts";

function told(path: string): string[] {
  return placeOfFile(path).problems.map(({ message, remedy }) => `${message} — ${remedy}`);
}

test("the files of pages", () => {
  assert.deepEqual(placeOfFile("content/en/news/culture-day.md"), {
    page: { language: "en", key: "news/culture-day" },
    problems: [],
  });
  assert.deepEqual(placeOfFile("content/zh/404.md").page, { language: "zh", key: "404" });
});

for (const path of [
  "content/README.md",
  "content/_data/site.yaml",
  "content/_data/strings/zh.yaml",
]) {
  test(`${path} is in its place and no page`, () => {
    assert.deepEqual(placeOfFile(path), { problems: [] });
  });
}

const characters = (name: string, suggestion: string) =>
  `the name \`${name}\` has other characters than lower-case letters a–z, digits and hyphens — rename the file to \`${suggestion}\``;
const misplaced = (suggestion: string) =>
  `a Markdown file here becomes no page — move it to ${suggestion}`;
const stray = (name: string, advice: string) =>
  `\`${name}\` is not a Markdown file, and nothing reads it here — ${advice}`;

const cases: [path: string, expected: string][] = [
  ["content/en/news/Culture Day.md", characters("Culture Day.md", "culture-day.md")],
  ["content/en/news/culture_day.md", characters("culture_day.md", "culture-day.md")],
  ["content/en/news/café.md", characters("café.md", "cafe.md")],
  ["content/en/news/shanghai-上海.md", characters("shanghai-上海.md", "shanghai.md")],
  [
    "content/en/news/R&D – a day’s work!.MD",
    characters("R&D – a day’s work!.MD", "r-and-d-a-days-work.md"),
  ],
  ["content/en/-a--b-.md", characters("-a--b-.md", "a-b.md")],
  [
    "content/zh/news/上海港.md",
    "the name `上海港.md` has no letters a–z or digits to make an address of — give the file the name of its English page, or a short English one such as `port-of-shanghai.md`",
  ],
  ["content/foo.md", misplaced("`content/en/foo.md` or `content/zh/foo.md`")],
  ["content/_data/x.md", misplaced("`content/en/x.md` or `content/zh/x.md`")],
  ["content/fr/news/x.md", misplaced("`content/en/x.md` or `content/zh/x.md`")],
  [
    "content/en/deep/er/x.md",
    misplaced("`content/en/news/x.md` for an article, `content/en/x.md` for a page"),
  ],
  ["content/en/News/X.md", misplaced("`content/en/news/x.md`")],
  ["content/en/news/2026/x.md", misplaced("`content/en/news/x.md`")],
  ["content/en/news/river.jpg", stray("river.jpg", "move photographs to `assets/photos/`")],
  [
    "content/en/news/a b.markdown",
    stray("a b.markdown", "rename it to `a-b.md` if it is a page, else delete it"),
  ],
  ["content/_data/site.yml", stray("site.yml", "rename it to `content/_data/site.yaml`")],
  ["content/_data/other.yaml", stray("other.yaml", "delete it, or move it out of `content/`")],
  ["content/en/news/x.md~", stray("x.md~", "delete it, or move it out of `content/`")],
];

for (const [path, expected] of cases) {
  test(path, () => assert.deepEqual(told(path), [expected]));
}

test("a page with a wrong name is a page all the same, so that links to it are not wrong too", () => {
  assert.deepEqual(placeOfFile("content/en/news/X Y.md").page, { language: "en", key: "news/X Y" });
});
