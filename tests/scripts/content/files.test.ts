import assert from "node:assert/strict";
import test from "node:test";
import { placeOfFile } from "../../../scripts/content/files.ts";

const none = () => false;

function told(path: string, ...others: string[]): string[] {
  const { problems } = placeOfFile(path, (other) => others.includes(other));
  return problems.map(({ message, remedy }) => `${message} — ${remedy}`);
}

test("the files of pages", () => {
  assert.deepEqual(placeOfFile("content/en/news/culture-day.md", none), {
    page: { language: "en", key: "news/culture-day" },
    problems: [],
  });
  assert.deepEqual(placeOfFile("content/zh/404.md", none).page, { language: "zh", key: "404" });
});

for (const path of [
  "content/README.md",
  "content/_data/site.yaml",
  "content/_data/strings/zh.yaml",
]) {
  test(`${path} is in its place and no page`, () => {
    assert.deepEqual(placeOfFile(path, none), { problems: [] });
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
  const { page } = placeOfFile("content/en/news/X Y.md", none);
  assert.deepEqual(page, { language: "en", key: "news/X Y" });
});

test("no remedy would overwrite a file that is there", () => {
  assert.deepEqual(told("content/en/news/about/index.md"), [
    misplaced("`content/en/news/about.md`"),
  ]);
  assert.deepEqual(
    told("content/en/about/index.md", "content/en/about.md", "content/en/about-2.md"),
    [misplaced("`content/en/news/about.md` for an article, `content/en/about-3.md` for a page")],
  );
  assert.deepEqual(told("content/en/news/X Y.md", "content/en/news/x-y.md"), [
    characters("X Y.md", "x-y-2.md"),
  ]);
  assert.deepEqual(told("content/en/a.txt", "content/en/a.md"), [
    stray("a.txt", "rename it to `a-2.md` if it is a page, else delete it"),
  ]);
  assert.deepEqual(told("content/_data/site.yml", "content/_data/site.yaml"), [
    stray("site.yml", "delete it, or move it out of `content/`"),
  ]);
});
