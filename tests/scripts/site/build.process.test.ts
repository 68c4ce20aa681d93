import assert from "node:assert/strict";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import markdownIt from "markdown-it";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { ContentFailure } from "../../../scripts/problems/problem.ts";
import { makeSite } from "../../../scripts/site/build.ts";
import { fixedFiles } from "../../../scripts/site/fixed-addresses.ts";
import { memoryOutput } from "../../../scripts/site/site-file.ts";
import { type BuiltProject, builtProject, testEpoch } from "../../support/project.ts";
import { testTable } from "../../support/tables.ts";

let project: BuiltProject;
const inProject = (file: string) => path.join(project.root, file);

before(async () => {
  project = await builtProject();
});

after(() => project[Symbol.asyncDispose]());

/** The site in memory, made by this process, as the preview makes it again and again. */
async function make() {
  const now = Number(testEpoch) * 1000;
  const settings = { root: project.root, origin: undefined, prefix: "/", now, drafts: false };
  const output = memoryOutput();
  await makeSite({ ...settings, pagesOnly: true }, output);
  return output;
}

/** Does something while `file` is changed. */
async function changed<Result>(
  file: string,
  change: (text: string) => string,
  act: () => Promise<Result>,
): Promise<Result> {
  const sound = await readFile(inProject(file), "utf8");
  assert.notEqual(change(sound), sound, `nothing to change in ${file}`);
  await writeFile(inProject(file), change(sound));
  return act().finally(() => writeFile(inProject(file), sound));
}

/** What stops the build. */
async function fail(): Promise<string> {
  try {
    await make();
  } catch (error) {
    if (!(error instanceof ContentFailure)) throw error;
    const errors = error.problems.filter(({ severity }) => severity === "error");
    return errors.map(formatProblem).join("\n");
  }
  return assert.fail("it was built");
}

test("a changed layout is seen by the next build of the same process", async () => {
  const file = "templates/layouts/contact.njk";
  const page = async () =>
    Buffer.from((await make()).files.get("contact/index.html")?.bytes() ?? []).toString();
  const before = await page();
  assert.match(await changed(file, into("<p>Seen</p>"), page), /<p>Seen<\/p>/);
  assert.equal(await page(), before);
});

test("of more pages than are rendered at once each has its own words and pictures", async () => {
  const numbers = Array.from({ length: 520 }, (_, index) => index);
  const name = (number: number) => `news/many-${number}`;
  for (const number of numbers) {
    const head = `title: Article ${number}\nsummary: S\ndate: 2025-01-01`;
    await writeFile(
      inProject(`content/en/${name(number)}.md`),
      `---\n${head}\n---\n\nWord ${number}.\n`,
    );
  }
  const { files } = await make().finally(() =>
    Promise.all(numbers.map((number) => rm(inProject(`content/en/${name(number)}.md`)))),
  );
  const html = (page: string) =>
    Buffer.from(files.get(`${page}/index.html`)?.bytes() ?? []).toString();
  for (const number of numbers) assert.ok(html(name(number)).includes(`Word ${number}.`));
  assert.match(html("zh/news/shanghais-riverfront"), /<picture/);
});

test("a text is parsed once for the check, its page and the feeds", async (t) => {
  const core: ReturnType<typeof markdownIt>["core"] = Object.getPrototypeOf(markdownIt().core);
  const parse = t.mock.method(core, "process");
  const words = "Read but once.";
  const site = await changed("content/en/news/culture-day.md", (text) => text + words, make);
  for (const file of ["news/culture-day/index.html", "feed.xml", "feed.json"]) {
    assert.ok(Buffer.from(site.files.get(file)?.bytes() ?? []).includes(words), file);
  }
  const parsed = parse.mock.calls.filter(({ arguments: [{ src }] }) => src.includes(words));
  assert.equal(parsed.length, 1);
});

test("content may link to every file that has a fixed address, and all of them are published", async () => {
  const links = fixedFiles.map((file) => `[${file}](/${file})`).join(" ");
  const site = await changed("content/en/about.md", (text) => `${text}\n${links}\n`, make);
  assert.deepEqual(
    fixedFiles.filter((file) => !site.files.has(file)),
    [],
  );
});

const into = (block: string) => (text: string) =>
  text.replace("{% block after %}", `{% block after %}${block}`);

/** What is said, each sentence once, whichever of the two languages failed first. */
const plainly = async (said: Promise<string>) => {
  const sentences = (await said).replace(/content\/(?:en|zh)\//g, "content/LANGUAGE/").split("\n");
  return [...new Set(sentences)];
};

testTable("broken-templates", {
  "put into templates/layouts/contact.njk": (block) =>
    plainly(changed("templates/layouts/contact.njk", into(block), fail)),
  "the whole of": (text) => {
    const [file = "", content = ""] = text.split("\n");
    return plainly(changed(file, () => content, fail));
  },
  "not there": async (file) => {
    const away = `${inProject(file)}.away`;
    await rename(inProject(file), away);
    return plainly(fail().finally(() => rename(away, inProject(file))));
  },
});
