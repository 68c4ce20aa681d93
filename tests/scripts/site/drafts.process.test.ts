import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { buildSite, makeSite } from "../../../scripts/site/build.ts";
import { checkSite } from "../../../scripts/site/check.ts";
import { memoryOutput } from "../../../scripts/site/site-file.ts";
import { folderDigest } from "../../support/files.ts";
import { type BuiltProject, builtProject, testEpoch } from "../../support/project.ts";
import { testTable } from "../../support/tables.ts";
import { draft, dueDay, filesWith, notDue, writeUnpublished } from "./unpublished.ts";

let project: BuiltProject;
let site: string;

before(async () => {
  project = await builtProject();
  site = path.join(project.root, "_site");
});

after(() => project[Symbol.asyncDispose]());

const settings = (now: number, drafts = false) => ({
  root: project.root,
  origin: undefined,
  prefix: "/",
  now,
  drafts,
});

async function build(epoch: string): Promise<Record<string, string>> {
  await buildSite(settings(Number(epoch) * 1000), () => {});
  return folderDigest(site);
}

test("a draft, an article that is not due and a change to come change no byte of the site", async () => {
  await writeUnpublished(project.root);
  const file = path.join(project.root, "content/en/news/culture-day.md");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace("\ndate:", "\nupdated: 2027-03-01\ndate:"));
  assert.deepEqual(await build(testEpoch), project.site);
  assert.deepEqual(await filesWith(draft, site), []);
  assert.deepEqual(await filesWith(notDue, site), []);
});

test("on its day a change is told", async () => {
  await build(String(Date.UTC(2027, 2, 2) / 1000));
  assert.match(await readFile(path.join(site, "feed.xml"), "utf8"), /<updated>2027-03-01T/);
});

test("once it is due, an article is there with its photograph and its old address", async () => {
  await build(String(Date.parse(`${dueDay}T12:00:00Z`) / 1000));
  assert.deepEqual(await filesWith(draft, site), []);
  const found = await filesWith(notDue, site);
  for (const file of [
    `news/${notDue.name}/index.html`,
    `zh/news/${notDue.name}/index.html`,
    `zh-old-${notDue.name}/index.html`,
    "index.html",
    "zh/news/index.html",
  ]) {
    assert.ok(found.includes(file), `${file} is not among ${found.join(", ")}`);
  }
});

test("the preview shows both, each with a banner in its language", async () => {
  const { files, ...output } = memoryOutput();
  await makeSite(settings(Number(testEpoch) * 1000, true), output);
  const html = (file = "") =>
    Buffer.from(files.get(`${file}/index.html`)?.bytes() ?? []).toString();
  // Dates are held together by elements of their own.
  const bar = (file = "") => {
    const [, words = ""] = /<p class="notice-bar">(.*?)<\/p>/s.exec(html(file)) ?? [];
    return words.replace(/<[^>]*>/g, "");
  };
  for (const [file, banner] of [
    [`news/${draft.name}`, "Draft: only the preview shows this page."],
    [`zh/news/${draft.name}`, "草稿：本页仅在预览中显示。"],
    [`news/${notDue.name}`, "Not published yet: this page appears on 15 July 2027."],
    [`zh/news/${notDue.name}`, "尚未发布：本页将于2027年7月15日发布。"],
  ]) {
    assert.equal(bar(file), banner, file);
  }
  assert.match(html("about"), /<h1/);
  assert.doesNotMatch(html("about"), /class="?notice-bar/);
});

testTable("due", {
  "the languages in which what is dated 2027-07-15 is out": async (moment) => {
    const { published } = await checkSite(settings(Date.parse(moment)));
    return published
      .filter(({ key }) => key === `news/${notDue.name}`)
      .map(({ language }) => language);
  },
});
