import assert from "node:assert/strict";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { random } from "../../../scripts/lib/lists.ts";
import { assertSound } from "../../support/faults.ts";
import { folderDigest } from "../../support/files.ts";
import { builtProject, runCommand } from "../../support/project.ts";

const kills = 30;

for (const [seed, signal] of (["SIGKILL", "SIGTERM"] as const).entries()) {
  test(`${signal} at ${kills} random moments of a build always leaves a whole site`, async () => {
    await using project = await builtProject();
    const { root, site } = project;
    const cache = path.join(root, ".cache");
    const started = performance.now();
    assert.equal((await runCommand(root, "build")).code, 0);
    const duration = performance.now() - started;
    const next = random(seed);

    let ended = 0;
    for (let kill = 1; kill <= kills; kill++) {
      // Now and then with nothing in the cache, so that the kill meets pictures half made.
      if (kill % 5 === 0) await rm(cache, { recursive: true, force: true });
      const after = duration * next();
      const result = await runCommand(root, "build", { kill: { signal, after } });
      if (result.signal === signal) ended += 1;
      else assert.equal(result.code, 0, result.stderr);
      const left = (await readdir(root)).filter((name) => /^_site(?:\.old-\d+)?$/.test(name));
      assert.ok(left.length > 0, `${kill}: no site is left`);
      for (const name of left) {
        assert.deepEqual(await folderDigest(path.join(root, name)), site, `${kill}: ${name}`);
      }
    }
    assert.ok(ended > kills / 2, `only ${ended} builds were met while they ran`);
    await assertSound(project, await runCommand(root, "build"), "built");
  });
}
