import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { recordAddresses } from "../../../scripts/site/addresses.ts";
import { buildSite } from "../../../scripts/site/build.ts";
import { pdf } from "../../support/downloads.ts";
import { folderDigest } from "../../support/files.ts";
import { type BuiltProject, builtProject, testEpoch } from "../../support/project.ts";

let project: BuiltProject;
let articles: { file: string; text: string }[];

before(async () => {
  project = await builtProject();
  const files = ["en", "zh"].map((one) =>
    path.join(project.root, `content/${one}/news/culture-day.md`),
  );
  articles = await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(file, "utf8") })),
  );
  await mkdir(path.join(project.root, "assets/downloads/2026"), { recursive: true });
  await write("assets/downloads/2026/programme.pdf", pdf);
});

after(() => project[Symbol.asyncDispose]());

const settings = () => ({
  root: project.root,
  origin: undefined,
  prefix: "/",
  now: Number(testEpoch) * 1000,
  drafts: false,
  pagesOnly: true,
});

const write = (file: string, text: string) => writeFile(path.join(project.root, file), text);
const published = (file: string) => readFile(path.join(project.root, "_site", file), "utf8");

/** Writes the articles as they were with a line more, and builds. */
async function buildWith(line: string): Promise<Record<string, string>> {
  for (const { file, text } of articles) await writeFile(file, `${text}\n${line}\n`);
  await buildSite(settings(), () => {});
  return folderDigest(path.join(project.root, "_site"));
}

const link = "[*Programme*](../../../assets/downloads/2026/programme.pdf#page=1)";
const output = "downloads/2026/programme.pdf";

test("what nobody links to is not published", async () => {
  assert.equal((await buildWith("No link."))[output], undefined);
});

/** The words of the link to the file, as a page or feed of the site has it. */
async function wordsOfLink(file: string): Promise<string | undefined> {
  const html = (await published(file)).replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return /<a [^>]*programme\.pdf#page=1[^>]*>(.*?)<\/a>/s.exec(html)?.[1]?.replace(/<[^>]*>/g, "");
}

test("a link publishes a file, and says its kind and size in both languages and in feeds", async () => {
  assert.ok((await buildWith(link))[output]);
  assert.equal(await published(output), pdf);
  assert.equal(await wordsOfLink("news/culture-day/index.html"), "Programme (PDF, 1\u00a0kB)");
  assert.equal(await wordsOfLink("zh/news/culture-day/index.html"), "Programme（PDF，1\u00a0kB）");
  assert.equal(await wordsOfLink("feed.xml"), "Programme (PDF, 1\u00a0kB)");
});

test("with its size the pages change that say it", async () => {
  await write(
    "assets/downloads/2026/programme.pdf",
    pdf.replace("\n", `\n%${"x".repeat(3_000)}\n`),
  );
  await buildWith(link);
  assert.equal(await wordsOfLink("news/culture-day/index.html"), "Programme (PDF, 3\u00a0kB)");
});

test("once its address is noted, it stays without a link", async () => {
  const { added } = await recordAddresses(settings());
  assert.ok(added.includes(`/${output}`));
  assert.ok((await buildWith("No link any more."))[output]);
});
