import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { listFiles } from "../../support/files.ts";
import { copyProject, type ProjectCopy, runCommand } from "../../support/project.ts";

let project: ProjectCopy;

before(async () => {
  project = await copyProject();
});

after(() => project[Symbol.asyncDispose]());

/** Runs `npm run new` in the copy, as a script does: without a terminal. */
const runNew = (...args: string[]) =>
  runCommand(project.root, "new", { args, cwd: "/", environment: { INIT_CWD: project.root } });

const photo = [
  ...["--alt-en", "A harbour", "--alt-zh", "港口", "--caption-en", "The harbour"],
  ...["--caption-zh", "海港", "--credit-en", "Nobody", "--credit-zh", "无名氏"],
  ...["--licence", "CC0-1.0"],
];

test("what is made passes the check at once, and says what to do next", async () => {
  const before = await listFiles(project.root);
  const news = await runNew("news", "Lights: on “both” rivers & more");
  assert.deepEqual([news.code, news.stderr], [0, ""]);
  assert.match(
    news.stdout,
    /^Written:\n {2}content\/en\/news\/lights-on-both-rivers-and-more\.md\n {2}content\/zh\/news\/lights-on-both-rivers-and-more\.md\nWhat to do next:\n/,
  );
  const page = await runNew("page", "Visiting", "--title-zh", "参观", "--summary", "How to visit.");
  assert.deepEqual([page.code, page.stderr], [0, ""]);
  const original = "assets/photos/albert-dock.jpg";
  const picture = await runNew("photo", original.replace("assets", "./assets"), ...photo);
  assert.equal(picture.code, 2);
  assert.equal(
    picture.stderr,
    "assets/photos/albert-dock.yaml is there already — edit that record, or rename the picture\n",
  );
  const elsewhere = path.join(project.root, "The Harbour.JPEG");
  await writeFile(elsewhere, await readFile(path.join(project.root, original)));
  const copied = await runNew("photo", "The Harbour.JPEG", ...photo);
  assert.deepEqual([copied.code, copied.stderr], [0, ""]);

  const made = (await listFiles(project.root)).filter((file) => !before.includes(file));
  assert.deepEqual(
    made.filter((file) => !file.startsWith(".cache/")),
    [
      "The Harbour.JPEG",
      "assets/photos/the-harbour.jpg",
      "assets/photos/the-harbour.yaml",
      "content/en/news/lights-on-both-rivers-and-more.md",
      "content/en/visiting.md",
      "content/zh/news/lights-on-both-rivers-and-more.md",
      "content/zh/visiting.md",
    ],
  );
  await writeFile(
    path.join(project.root, "content/zh/visiting.md"),
    `${await readFile(path.join(project.root, "content/zh/visiting.md"), "utf8")}![](../../assets/photos/the-harbour.jpg)\n`,
  );
  const check = await runCommand(project.root, "check");
  // But that the project's photographs are small.
  const told = check.stderr.split("\n").filter((line) => !/^$| px wide as it is shown/.test(line));
  assert.deepEqual([check.code, told], [0, []]);
});

const refused: [name: string, args: string[], code: number, message: RegExp][] = [
  [
    "what is there already",
    ["page", "About"],
    2,
    /^content\/en\/about\.md is there already, .+ — /,
  ],
  [
    "a file that is no photograph",
    ["photo", "package.json", ...photo],
    1,
    /^package\.json:1:1 {2}package\.json is a text file, which cannot be used as a photograph — /,
  ],
];

for (const [name, args, code, message] of refused) {
  test(`${name} ends with code ${code} and a sentence, and writes nothing`, async () => {
    const before = await listFiles(project.root);
    const result = await runNew(...args);
    assert.equal(result.code, code);
    assert.match(result.stderr, message);
    assert.doesNotMatch(result.stderr, /^\s+at /m);
    assert.deepEqual(await listFiles(project.root), before);
  });
}
