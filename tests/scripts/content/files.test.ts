import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { listContentFiles } from "../../../scripts/content/files.ts";
import { testTable } from "../../support/tables.ts";
import { smallest, told } from "./make-site.ts";

/** What a project is found to hold that has the files at `paths`, and no others. */
async function list(...paths: string[]) {
  const root = await mkdtemp(join(tmpdir(), "files-"));
  try {
    for (const path of paths) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), "");
    }
    return await listContentFiles(root);
  } finally {
    await rm(root, { recursive: true });
  }
}

/** What is wrong with where the file at `path` stands, beside `others`, which are not asked about. */
async function wrong(path: string, ...others: string[]): Promise<string[]> {
  const { problems } = await list(path, ...others);
  return problems
    .filter((problem) => problem.path === path)
    .map(({ message, remedy }) => `${message} — ${remedy}`);
}

test("pages and facts come in their order; the handbook and hidden files are nobody's", async () => {
  const { pages, data, problems } = await list(
    "content/zh/404.md",
    "content/en/news/culture-day.md",
    "content/_data/strings/zh.yaml",
    "content/_data/site.yaml",
    "content/README.md",
    "content/en/.DS_Store",
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    pages.map(({ language, key }) => `${language} ${key}`),
    ["en news/culture-day", "zh 404"],
  );
  assert.deepEqual(data, ["content/_data/site.yaml", "content/_data/strings/zh.yaml"]);
});

const characters = (name: string, suggestion: string) =>
  `the name \`${name}\` has other characters than lower-case letters a–z, digits and hyphens — rename the file to \`${suggestion}\``;
const misplaced = (suggestion: string) =>
  `a Markdown file here becomes no page — move it to ${suggestion}`;
const stray = (name: string, advice: string) =>
  `\`${name}\` is not a Markdown file, and nothing reads it here — ${advice}`;

testTable("file-names", { "what is said of a file by its path": (path) => wrong(path) });

test("a page with a wrong name is a page all the same, so that links to it are not wrong too", async () => {
  const { pages } = await list("content/en/news/X Y.md", "content/zh/news/上海港.md");
  assert.deepEqual(
    pages.map(({ key }) => key),
    ["news/X Y", "news/上海港"],
  );
});

test("no remedy would overwrite a file that is there", async () => {
  const index = "content/en/about/index.md";
  assert.deepEqual(await wrong(index, "content/en/about.md", "content/en/about-2.md"), [
    misplaced(
      "`content/en/news/about.md` for an article, `content/en/events/about.md` for an event, `content/en/about-3.md` for a page",
    ),
  ]);
  assert.deepEqual(await wrong("content/en/news/X Y.md", "content/en/news/x-y.md"), [
    characters("X Y.md", "x-y-2.md"),
  ]);
  assert.deepEqual(await wrong("content/en/a.txt", "content/en/a.md"), [
    stray("a.txt", "rename it to `a-2.md` if it is a page, else delete it"),
  ]);
  assert.deepEqual(await wrong("content/_data/site.yml", "content/_data/site.yaml"), [
    stray("site.yml", "delete it, or move it out of `content/`"),
  ]);
});

test("symbolic links: to a file of the content they are that file, else an error", async () => {
  const secret = smallest["content/en/news/x.md"] ?? "";
  const problems = await told({ "secret.md": secret }, async (root) => {
    await symlink("x.md", join(root, "content/en/news/inside.md"));
    await symlink("../../../secret.md", join(root, "content/en/news/outside.md"));
    await symlink("nowhere.md", join(root, "content/en/news/dangling.md"));
    await symlink("circle.md", join(root, "content/en/news/circle.md"));
    await symlink("..", join(root, "content/en/news/folder"));
    await symlink(root, join(root, "content/zh/out"));
  });
  const broken =
    "this is a symbolic link that does not lead to a file — delete it, or put the file itself here";
  const out =
    "this file is a symbolic link that leads out of `content/` — put a copy of the file itself here";
  assert.deepEqual(problems, [
    `content/en/news/circle.md:1:1  ${broken}`,
    `content/en/news/dangling.md:1:1  ${broken}`,
    `content/en/news/folder:1:1  ${broken}`,
    `content/en/news/outside.md:1:1  ${out}`,
    // The same page at two addresses.
    "content/en/news/x.md:2:8  content/en/news/inside.md has the same title — change one of the two, so that readers can tell the pages apart",
    `content/zh/out:1:1  ${out}`,
  ]);
});
