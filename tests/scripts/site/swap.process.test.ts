import assert from "node:assert/strict";
import { access, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { copyProject, type ProjectCopy } from "../../support/copy-project.ts";
import { folderDigest } from "../../support/folder-digest.ts";
import { projectRoot } from "../../support/project-root.ts";
import { runBuild } from "../../support/run-build.ts";

let project: ProjectCopy;
const inProject = (...names: string[]) => path.join(project.root, ...names);

before(async () => {
  project = await copyProject();
  assert.equal((await runBuild(project.root)).code, 0);
});

after(() => project[Symbol.asyncDispose]());

test("a kill between the two renames leaves the former site whole, and the next build puts it back", async () => {
  const former = await folderDigest(inProject("_site"));
  const killer = path.join(projectRoot, "tests/fixtures/kill/between-renames.mjs");
  const { signal } = await runBuild(project.root, { node: ["--import", killer] });
  assert.equal(signal, "SIGKILL");
  await assert.rejects(access(inProject("_site")));
  const [moved = ""] = (await readdir(project.root)).filter((name) => /^_site\.old-/.test(name));
  assert.deepEqual(await folderDigest(inProject(moved)), former);

  // A build that fails puts it back all the same, before it does anything else.
  await writeFile(inProject("content/en/broken.md"), "no front matter\n");
  assert.equal((await runBuild(project.root)).code, 1);
  assert.deepEqual(await folderDigest(inProject("_site")), former);
  const left = (await readdir(project.root)).filter((name) => name.startsWith("_site"));
  assert.deepEqual(left, ["_site"]);
});
