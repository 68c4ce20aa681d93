import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { checkSite } from "../../../scripts/site/check-site.ts";
import type { BuildOutcome } from "../../../scripts/site/preview/build-outcome.ts";
import { copyProject, type ProjectCopy } from "../../support/copy-project.ts";
import { folderDigest } from "../../support/folder-digest.ts";
import { runBuild, testEpoch } from "../../support/run-build.ts";
import { shrinkPhotos } from "../../support/shrink-photos.ts";
import { draft, dueDay, filesWith, notDue, writeUnpublished } from "./unpublished.ts";

let project: ProjectCopy;
let site: string;

before(async () => {
  project = await copyProject();
  await shrinkPhotos(project.root);
  site = path.join(project.root, "_site");
});

after(() => project[Symbol.asyncDispose]());

async function build(epoch: string): Promise<Record<string, string>> {
  const environment = { SOURCE_DATE_EPOCH: epoch };
  const { code, stderr } = await runBuild(project.root, { environment });
  assert.equal(code, 0, stderr);
  return folderDigest(site);
}

test("a draft and an article that is not due change no byte of the site", async () => {
  const without = await build(testEpoch);
  await writeUnpublished(project.root);
  assert.deepEqual(await build(testEpoch), without);
  assert.deepEqual(await filesWith(draft, site), []);
  assert.deepEqual(await filesWith(notDue, site), []);
});

test("a change dated in days to come changes no byte before its day", async () => {
  const file = path.join(project.root, "content/en/news/culture-day.md");
  const text = await readFile(file, "utf8");
  const without = await build(testEpoch);
  await writeFile(file, text.replace("\ndate:", "\nupdated: 2027-03-01\ndate:"));
  assert.deepEqual(await build(testEpoch), without);
  await build(String(Date.UTC(2027, 2, 2) / 1000));
  assert.match(await readFile(path.join(site, "feed.xml"), "utf8"), /<updated>2027-03-01T/);
  await writeFile(file, text);
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
  const outcome = await preview();
  assert.ok(outcome.ok, JSON.stringify(outcome));
  for (const [file, banner] of [
    [`news/${draft.name}`, "Draft: only the preview shows this page."],
    [`zh/news/${draft.name}`, "草稿：本页仅在预览中显示。"],
    [`news/${notDue.name}`, "Not published yet: this page appears on 15 July 2027."],
    [`zh/news/${notDue.name}`, "尚未发布：本页将于2027年7月15日发布。"],
  ]) {
    const html = await readFile(
      path.join(project.root, ".cache/preview", `${file}/index.html`),
      "utf8",
    );
    assert.ok(html.includes(`<p class="notice-bar">${banner}</p>`), file);
  }
  const published = path.join(project.root, ".cache/preview/about/index.html");
  assert.doesNotMatch(await readFile(published, "utf8"), /class="?notice-bar/);
});

/** Builds the preview as `npm start` does, in a process of its own. */
async function preview(): Promise<BuildOutcome> {
  const folder = path.join(project.root, ".cache/preview");
  await mkdir(folder, { recursive: true });
  const child = fork(path.join(project.root, "scripts/cli/preview-build.ts"), {
    cwd: project.root,
    env: { ...process.env, SOURCE_DATE_EPOCH: testEpoch },
    execArgv: ["--import", import.meta.resolve("tsx")],
    silent: true,
  });
  child.send("build");
  const [outcome] = (await once(child, "message")) as [BuildOutcome];
  return outcome;
}

const moments: [moment: string, published: string[]][] = [
  ["2027-07-14T15:59:59Z", []],
  ["2027-07-14T16:00:00Z", ["zh"]],
  ["2027-07-14T22:59:59Z", ["zh"]],
  ["2027-07-14T23:00:00Z", ["en", "zh"]],
];

for (const [moment, published] of moments) {
  test(`at ${moment} what is dated ${dueDay} is out in ${published.join(" and ") || "no language"}`, async () => {
    const { root } = project;
    const settings = { root, origin: undefined, prefix: "/", drafts: false };
    const checked = await checkSite({ ...settings, now: Date.parse(moment) });
    const out = checked.published.filter(({ key }) => key === `news/${notDue.name}`);
    assert.deepEqual(
      out.map(({ language }) => language),
      published,
    );
  });
}
