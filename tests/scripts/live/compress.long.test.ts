import assert from "node:assert/strict";
import { cp, mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { random } from "../../../scripts/lib/lists.ts";
import { listFiles } from "../../support/files.ts";
import { type CommandOptions, copyProject, runCommand } from "../../support/project.ts";

const kills = 30;

test("kill -9 at thirty random moments never leaves half a compressed file beside a whole one", async () => {
  await using project = await copyProject();
  const site = path.join(project.root, "_site");
  await mkdir(site);
  for (const folder of ["scripts/site", "scripts/markdown"]) {
    const from = path.join(project.root, folder);
    // Text enough to be at work for a while, under a name that is compressed.
    for (const file of await listFiles(from)) {
      await cp(path.join(from, file), path.join(site, `${file.replaceAll("/", "-")}.txt`));
    }
  }
  const compress = (kill?: CommandOptions["kill"]) =>
    runCommand(project.root, "compress", { ...(kill && { kill }) });
  const clear = async () => {
    await rm(path.join(project.root, ".cache"), { recursive: true, force: true });
    for (const file of await listFiles(site)) {
      if (!file.endsWith(".txt")) await rm(path.join(site, file));
    }
  };
  const started = performance.now();
  assert.equal((await compress()).code, 0);
  const duration = performance.now() - started;
  const whole = await listFiles(site);

  const next = random(3);
  for (let kill = 1; kill <= kills; kill++) {
    await clear();
    await compress({ signal: "SIGKILL", after: duration * next() });
    for (const file of await listFiles(site)) {
      if (file.endsWith(".txt")) continue;
      const bytes = await readFile(path.join(site, file));
      const unpack = file.endsWith(".br") ? brotliDecompressSync : gunzipSync;
      const source = file.replace(/\.(?:br|gz)$/, "");
      assert.deepEqual(unpack(bytes), await readFile(path.join(site, source)), file);
    }
  }
  assert.equal((await compress()).code, 0);
  assert.deepEqual(await listFiles(site), whole);
});
