import assert from "node:assert/strict";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { ContentFailure } from "../../../scripts/problems/problem.ts";
import { makeSite, type Site } from "../../../scripts/site/build.ts";
import { fixedFiles } from "../../../scripts/site/fixed-addresses.ts";
import { type BuiltProject, builtProject, testEpoch } from "../../support/project.ts";

let project: BuiltProject;
const inProject = (file: string) => path.join(project.root, file);

before(async () => {
  project = await builtProject();
});

after(() => project[Symbol.asyncDispose]());

/** The site in memory, made by this process, as the preview makes it again and again. */
function make(): Promise<Site> {
  const now = Number(testEpoch) * 1000;
  const settings = { root: project.root, origin: undefined, prefix: "/", now, drafts: false };
  return makeSite({ ...settings, pagesOnly: true });
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

/** What stops the build while `file` is changed. */
const sentences = (file: string, change: (text: string) => string) => changed(file, change, fail);

async function without(file: string): Promise<string> {
  await rename(inProject(file), inProject(`${file}.away`));
  return fail().finally(() => rename(inProject(`${file}.away`), inProject(file)));
}

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

test("a misspelt name in a template stops the build with the template and the page", async () => {
  assert.match(
    await sentences("templates/layouts/contact.njk", into("{{ entry.tilte }}")),
    /^templates\/layouts\/contact\.njk:\d+:\d+ {2}the template failed on content\/(en|zh)\/contact\.md: attempted to output null or undefined value — /m,
  );
});

test("a stray “<” in a layout is told at the layout, with the page that was finished", async () => {
  assert.match(
    await sentences("templates/layouts/contact.njk", into("<p>5 < 6</p>")),
    /^templates\/layouts\/contact\.njk:1:1 {2}the finished page is not sound HTML \(Parse Error: < 6<\/p>\), on content\/(en|zh)\/contact\.md — look for a stray “<”/m,
  );
});

test("a dead link in a layout is told once, with how many pages have it", async () => {
  assert.match(
    await sentences("templates/layouts/contact.njk", into('<a href="/nowhere/">x</a>')),
    /^templates\/layouts\/contact\.njk:1:1 {2}“\/nowhere\/” leads to no file of the site, on content\/en\/contact\.md and one more page — mend it, or a part that it includes$/,
  );
});

test("a layout that is not there is told with a page that needs it", async () => {
  assert.match(
    await without("templates/layouts/about.njk"),
    /^templates\/layouts\/about\.njk:1:1 {2}the layout is not there, and content\/(en|zh)\/about\.md needs it — bring the file back$/m,
  );
});

test("a part that is not there is told by its name", async () => {
  assert.match(
    await without("templates/partials/timeline.njk"),
    /^templates\/layouts\/about\.njk:1:1 {2}the template failed on content\/(en|zh)\/about\.md: templates\/partials\/timeline\.njk is not there — bring the file back, /m,
  );
});

test("an icon that is not there is told by its name", async () => {
  assert.match(
    await without("assets/icons/icon.svg"),
    /^assets\/icons\/icon\.svg:1:1 {2}the icon of the site is not there — bring the file back; /m,
  );
});

test("an icon that is no drawing is told by its name", async () => {
  assert.match(
    await sentences("assets/icons/icon.svg", () => "<svg"),
    /^assets\/icons\/icon\.svg:1:1 {2}the icon of the site cannot be drawn: .* — /m,
  );
});

test("a stylesheet that is no CSS stops the build with its name", async () => {
  assert.match(
    await sentences("assets/styles/footer.css", () => ".a { color: }} b {"),
    /^assets\/styles\/footer\.css:1:\d+ {2}.* — /m,
  );
});
