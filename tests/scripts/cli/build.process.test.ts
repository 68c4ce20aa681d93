import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { copyProject, type ProjectCopy } from "../../support/copy-project.ts";
import { folderDigest } from "../../support/folder-digest.ts";
import { runBuild } from "../../support/run-build.ts";

let project: ProjectCopy;
let firstSite: Record<string, string>;

before(async () => {
  project = await copyProject();
  const { code, stdout, stderr } = await runBuild(project.root);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /photographs and cards: [1-9]\d* made, 0 reused/);
  firstSite = await folderDigest(path.join(project.root, "_site"));
});

after(() => project[Symbol.asyncDispose]());

test("a fresh build makes every address of the contract", () => {
  const articles = [
    "cqg-shanghai",
    "culture-day",
    "independents",
    "shanghais-riverfront",
    "twenty-five-years",
    "world-heritage",
  ];
  const pages = ["", "about/", "news/", "contact/", ...articles.map((name) => `news/${name}/`)];
  for (const language of ["", "zh/"]) {
    for (const page of pages) assert.ok(`${language}${page}index.html` in firstSite, page);
    assert.ok(`${language}404.html` in firstSite);
  }
});

test("a warm build encodes nothing, and from elsewhere, in another zone and language, makes the same bytes", async () => {
  const { code, stdout, stderr } = await runBuild(project.root, {
    cwd: "/",
    environment: { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" },
  });
  assert.equal(code, 0);
  assert.match(stdout, /photographs and cards: 0 made, [1-9]\d* reused/);
  assert.doesNotMatch(stderr, /Photographs/);
  assert.deepEqual(await folderDigest(path.join(project.root, "_site")), firstSite);
});

test("what an earlier build left in _site/ is gone", async () => {
  await writeFile(path.join(project.root, "_site/left-over.txt"), "old");
  assert.equal((await runBuild(project.root)).code, 0);
  assert.deepEqual(await folderDigest(path.join(project.root, "_site")), firstSite);
});

test("a truncated photograph and a missing alt text are told at once, and the site stays", async (t) => {
  const photo = path.join(project.root, "assets/photos/albert-dock.jpg");
  const record = path.join(project.root, "assets/photos/huangpu-river.yaml");
  const [goodPhoto, goodRecord] = await Promise.all([readFile(photo), readFile(record, "utf8")]);
  t.after(() => Promise.all([writeFile(photo, goodPhoto), writeFile(record, goodRecord)]));
  await writeFile(photo, goodPhoto.subarray(0, goodPhoto.length / 2));
  await writeFile(record, goodRecord.replace(/(alt:\n {2}en: ).*(?:\n {4}.*)*/, '$1""'));

  const { code, stderr } = await runBuild(project.root);
  assert.equal(code, 1, stderr);
  assert.match(stderr, /^content\/en\/\S+:\d+:\d+ {2}.*albert-dock\.jpg.* — /m);
  assert.match(
    stderr,
    /^content\/en\/\S+:\d+:\d+ {2}.*huangpu-river\.jpg has no alternative text.* — /m,
  );
  assert.doesNotMatch(stderr, /^\s+at /m);
  assert.deepEqual(await folderDigest(path.join(project.root, "_site")), firstSite);
});

test("the base path is in front of every address", async () => {
  const { code, stderr } = await runBuild(project.root, {
    environment: { PATH_PREFIX: "/twinning/", SITE_ORIGIN: "https://cities.example" },
  });
  assert.equal(code, 0, stderr);
  const html = await readFile(path.join(project.root, "_site/zh/about/index.html"), "utf8");
  assert.match(html, /href=https:\/\/cities\.example\/twinning\/zh\/about\/ /);
  const local = [...html.matchAll(/(?:href|src)=["']?(\/[^"' >]*)/g)].map((match) => match[1]);
  assert.ok(local.length > 10);
  assert.deepEqual(
    local.filter((address) => !address?.startsWith("/twinning/")),
    [],
  );
});

const badSettings: Readonly<Record<string, Record<string, string>>> = {
  "an origin without https": { SITE_ORIGIN: "http://www.example.org" },
  "an origin with a path": { SITE_ORIGIN: "https://www.example.org/site" },
  "this machine as origin": { SITE_ORIGIN: "https://localhost" },
  "a base path without slashes": { PATH_PREFIX: "twinning" },
  "a base path that climbs": { PATH_PREFIX: "/../" },
  "a clock that is no number": { SOURCE_DATE_EPOCH: "yesterday" },
};

for (const [name, environment] of Object.entries(badSettings)) {
  test(`${name} ends with code 2 and one sentence`, async () => {
    const { code, stderr } = await runBuild(project.root, { environment });
    assert.equal(code, 2);
    const [setting] = Object.keys(environment);
    assert.match(stderr, new RegExp(`^${setting} is “.*” — .+\\n$`.replace(" — ", ", .* — ")));
  });
}
