import assert from "node:assert/strict";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { type BuiltProject, builtProject } from "../../../support/faults/built-project.ts";
import { damage } from "../../../support/faults/damage.ts";
import { runBuild } from "../../../support/run-build.ts";

let project: BuiltProject;
/** The cache and its folders as a build leaves them, absolute. */
let cache: string;
let folders: string[];

before(async () => {
  project = await builtProject();
  cache = path.join(project.root, ".cache");
  folders = await placed(true);
});

async function placed(folder: boolean): Promise<string[]> {
  const entries = await readdir(cache, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() === folder)
    .map((entry) => path.join(entry.parentPath, entry.name));
}

after(() => project[Symbol.asyncDispose]());

test("a cache in which every file is spoilt, each in one of five ways, changes no byte", async () => {
  const files = await placed(false);
  assert.ok(files.length > 20, "there is a cache to spoil");
  await damage(files);
  await project.assertSound(await runBuild(project.root), "built");
  // What was spoilt was made again, once.
  const { stdout } = await runBuild(project.root);
  assert.match(stdout, / 0 made/);
});

test("files of others in every folder of the cache are not taken for its own", async () => {
  const key = "0".repeat(64);
  for (const folder of [cache, ...folders]) {
    for (const name of ["notes.txt", key, `${key}.${key}`, `${key}.0123456789abcdef.tmp`]) {
      await writeFile(path.join(folder, name), "another’s");
    }
    await mkdir(path.join(folder, `${"1".repeat(64)}.${key}`));
  }
  await project.assertSound(await runBuild(project.root), "built");
});

test("a file in the place of the cache, or of any folder that is needed, is named", async () => {
  // Nobody asks for the qualities of pictures as long as all pictures are there.
  const unneeded = path.join(cache, "photos/qualities");
  for (const folder of [cache, ...folders]) {
    await rename(folder, `${folder}.kept`);
    await writeFile(folder, "");
    const named = new RegExp(`^Cannot use ${folder}: a file stands where a folder must be`);
    const expected = folder === unneeded ? "built" : named;
    await project.assertSound(await runBuild(project.root), expected);
    await rm(folder);
    await rename(`${folder}.kept`, folder);
  }
});

test("folders in the place of its files are passed over, or one is named", async () => {
  for (const file of await placed(false)) {
    await rm(file);
    await mkdir(file);
  }
  const result = await runBuild(project.root);
  const named = /^Cannot use \S+: a folder stands where a file must be/;
  await project.assertSound(result, result.code === 0 ? "built" : named);
});
