import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { EnvironmentFailure } from "../../../scripts/problems/problem.ts";
import { assertOwnFolder } from "../../../scripts/site/assert-own-folder.ts";

let folder: string;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "twinning-"));
  await mkdir(path.join(folder, "_site"));
  await writeFile(path.join(folder, "file"), "");
  // What needs no privilege on Windows either.
  await symlink(path.join(folder, "_site"), path.join(folder, "link"), "junction");
});

after(() => rm(folder, { recursive: true, force: true }));

test("a folder, and nothing at all, may be replaced by a build", async () => {
  await assertOwnFolder(path.join(folder, "_site"));
  await assertOwnFolder(path.join(folder, "gone"));
});

for (const kind of ["file", "link"]) {
  test(`a ${kind} is not replaced`, async () => {
    await assert.rejects(assertOwnFolder(path.join(folder, kind)), {
      constructor: EnvironmentFailure,
      message: `${kind} is a ${kind} where the build puts a folder of its own — move it away and build again`,
    });
  });
}
