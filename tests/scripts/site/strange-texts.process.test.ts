import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { foreignTexts, some } from "../../support/foreign.ts";
import { assertBuilds, inspectPlainly, proveMutants, unsafeCode } from "../../support/mutants.ts";
import { type BuiltProject, builtProject } from "../../support/project.ts";
import { siteOfPages } from "../../support/site.ts";
import { render } from "../markdown/site.ts";

let project: BuiltProject;
before(async () => {
  project = await builtProject();
});
after(() => project[Symbol.asyncDispose]());

// The others of the 2,000 are in mutants.long.test.ts.
test("200 mutants of the content are accepted and build, or refused in plain sentences", async (t) => {
  const seeds = Array.from({ length: 200 }, (_, index) => index);
  const { accepted, refused } = await proveMutants(project.root, seeds, 2);
  t.diagnostic(`${accepted} accepted, ${refused} refused`);
  assert.ok(accepted > 40 && refused > 40);
});

const texts = some(await foreignTexts(), 200);

/** Front matter takes the first lines of every file. */
const head = (number: number) =>
  `---\ntitle: Foreign ${number}\nsummary: S\ndate: 2025-01-01\n---\n`;
const headLines = 5;

test("200 foreign texts are accepted, or are once the lines that the check names are gone; and they build", async (t) => {
  const articles = texts.map(({ file: foreign, text }, number) => ({
    foreign,
    number,
    file: `content/en/news/foreign-${number}.md`,
    lines: text.replace(/^\ufeff/, "").split(/\r\n?|\n/),
  }));
  let open = articles;
  for (let round = 0; open.length > 0; round++) {
    const changed = open.map(({ number, file, lines }) => ({
      file,
      bytes: Buffer.from(head(number) + lines.join("\n")),
    }));
    for (const { file, bytes } of changed) await writeFile(path.join(project.root, file), bytes);
    const { errors } = await inspectPlainly(project.root, changed);
    open = open.filter((article) => {
      const own = errors.filter((error) => error.path === article.file);
      const named = new Set(own.map(({ line }) => line - headLines - 1));
      assert.ok(Math.min(0, ...named) >= 0, `${article.foreign}: ${own[0]?.message}`);
      article.lines = article.lines.filter((_, index) => !named.has(index));
      return own.length > 0;
    });
    if (round === 0) t.diagnostic(`${articles.length - open.length} accepted at once`);
    if (open.length === 0) assert.deepEqual(errors, []);
  }
  await assertBuilds(project.root, "foreign texts");
  for (const { file } of articles) await rm(path.join(project.root, file));
});

test("no foreign text becomes a program, even if nobody had checked it", () => {
  const pages = texts.map(({ file, text }) => [`/${file}`, render(text)] as const);
  assert.deepEqual(unsafeCode(siteOfPages(new Map(pages))), []);
});
