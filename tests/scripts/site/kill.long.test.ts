import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { copyProject } from "../../support/copy-project.ts";
import { folderDigest } from "../../support/folder-digest.ts";
import { runBuild } from "../../support/run-build.ts";

const kills = 30;

test("kill -9 at thirty moments spread over a build always leaves a whole site", async () => {
  await using project = await copyProject();
  assert.equal((await runBuild(project.root)).code, 0);
  const live = path.join(project.root, "_site");
  const former = path.join(project.root, "_site.old");
  const whole = await folderDigest(live);
  const started = performance.now();
  assert.equal((await runBuild(project.root)).code, 0);
  const duration = performance.now() - started;

  for (let kill = 1; kill <= kills; kill++) {
    await runBuild(project.root, { killAfter: (duration * kill) / kills });
    const left = existsSync(live) ? live : former;
    assert.deepEqual(await folderDigest(left), whole, `killed at ${kill} of ${kills}`);
  }
  const { code, stdout } = await runBuild(project.root);
  assert.equal(code, 0);
  assert.match(stdout, / 0 encoded/);
  assert.deepEqual(await folderDigest(live), whole);
});
