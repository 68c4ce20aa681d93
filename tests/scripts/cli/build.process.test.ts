import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { assertSound } from "../../support/faults.ts";
import { folderDigest } from "../../support/files.ts";
import { type BuiltProject, builtProject, runCommand } from "../../support/project.ts";

let project: BuiltProject;
const build = () => runCommand(project.root, "build");

before(async () => {
  project = await builtProject();
});

after(() => project[Symbol.asyncDispose]());

test("the first build makes every picture, the next one none; what was left in _site/ is gone", async () => {
  assert.match(project.printed, /photographs and cards: [1-9]\d* made, 0 reused/);
  await writeFile(path.join(project.root, "_site/left-over.txt"), "old");
  const result = await build();
  assert.match(result.stdout, /photographs and cards: 0 made, [1-9]\d* reused/);
  assert.doesNotMatch(result.stderr, /Photographs/);
  await assertSound(project, result, "built");
});

test("a truncated photograph and a missing alt text are told at once, and the site stays", async (t) => {
  const photo = path.join(project.root, "assets/photos/albert-dock.jpg");
  const record = path.join(project.root, "assets/photos/huangpu-river.yaml");
  const [goodPhoto, goodRecord] = await Promise.all([readFile(photo), readFile(record, "utf8")]);
  t.after(() => Promise.all([writeFile(photo, goodPhoto), writeFile(record, goodRecord)]));
  await writeFile(photo, goodPhoto.subarray(0, goodPhoto.length / 2));
  await writeFile(record, goodRecord.replace(/(alt:\n {2}en: ).*(?:\n {4}.*)*/, '$1""'));

  const { code, stderr } = await build();
  assert.equal(code, 1, stderr);
  assert.match(stderr, /^content\/en\/\S+:\d+:\d+ {2}.*albert-dock\.jpg.* — /m);
  assert.match(
    stderr,
    /^content\/en\/\S+:\d+:\d+ {2}.*huangpu-river\.jpg has no alternative text.* — /m,
  );
  assert.doesNotMatch(stderr, /^\s+at /m);
  assert.deepEqual(await folderDigest(path.join(project.root, "_site")), project.site);
});
