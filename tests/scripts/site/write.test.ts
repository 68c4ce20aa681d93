import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { EnvironmentFailure } from "../../../scripts/problems/problem.ts";
import { replaceSite } from "../../../scripts/site/write.ts";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "twinning-"));
});

afterEach(() => rm(root, { recursive: true, force: true }));

const stage = async (folder: string) => {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "new.txt"), "new");
};

test("what was staged stands where nothing was, and in the place of a folder", async () => {
  for (const _ of [1, 2]) {
    await replaceSite(root, stage);
    assert.deepEqual(await readdir(root), ["_site"]);
    assert.deepEqual(await readdir(path.join(root, "_site")), ["new.txt"]);
    await writeFile(path.join(root, "_site/old.txt"), "old");
  }
});

test("what could not be staged leaves the folder as it was, and nothing beside it", async () => {
  await mkdir(path.join(root, "_site"));
  await writeFile(path.join(root, "_site/old.txt"), "old");
  const failing = async (folder: string) => {
    await stage(folder);
    throw new Error("no room");
  };
  await assert.rejects(replaceSite(root, failing), /no room/);
  assert.deepEqual(await readdir(root), ["_site"]);
  assert.equal(await readFile(path.join(root, "_site/old.txt"), "utf8"), "old");
});

const inTheWay = {
  file: () => writeFile(path.join(root, "_site"), ""),
  link: async () => {
    await mkdir(path.join(root, "elsewhere"));
    // What needs no privilege on Windows either.
    await symlink(path.join(root, "elsewhere"), path.join(root, "_site"), "junction");
  },
};

for (const [kind, put] of Object.entries(inTheWay)) {
  test(`a ${kind} is not replaced`, async () => {
    await put();
    await assert.rejects(replaceSite(root, stage), {
      constructor: EnvironmentFailure,
      message: `_site is a ${kind} where the build puts a folder of its own — move it away and build again`,
    });
  });
}
