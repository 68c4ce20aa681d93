import assert from "node:assert/strict";
import { mkdtemp, rename, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { stampOf } from "../../../scripts/lib/stamps.ts";

let folder: string;
const inFolder = (name: string) => path.join(folder, name);
const settled = fileURLToPath(new URL("../../fixtures/bad/README.md", import.meta.url));

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "stamps-"));
});

after(() => rm(folder, { recursive: true }));

test("what stays as it is keeps its stamp, seen through a link too", async () => {
  await symlink(settled, inFolder("link"));
  assert.ok(stampOf(settled));
  assert.equal(stampOf(inFolder("link")), stampOf(settled));
});

test("what has changed just now has none, whatever time it was given, and nothing has none", async () => {
  await writeFile(inFolder("new"), "text");
  await utimes(inFolder("new"), 0, 0);
  await rename(inFolder("new"), inFolder("renamed"));
  assert.equal(stampOf(inFolder("renamed")), undefined);
  assert.equal(stampOf(inFolder("nothing")), undefined);
});
