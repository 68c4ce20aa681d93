import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { EnvironmentFailure } from "../../../scripts/lib/failure.ts";
import { writeNewFiles } from "../../../scripts/new/write-new-files.ts";
import { listFiles } from "../../support/list-files.ts";

async function folder(context: TestContext): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "new-files-"));
  context.after(() => rm(root, { recursive: true, force: true }));
  return root;
}

test("all files are written, and their folders", async (context) => {
  const root = await folder(context);
  const files = { "a/b.md": "b", "c.bin": Buffer.from([0, 255]) };
  await writeNewFiles(root, new Map<string, string | Uint8Array>(Object.entries(files)));
  assert.equal(await readFile(join(root, "a/b.md"), "utf8"), "b");
  assert.deepEqual(await readFile(join(root, "c.bin")), Buffer.from([0, 255]));
});

test("where one is there, it stays as it is and none of the others is left", async (context) => {
  const root = await folder(context);
  await writeFile(join(root, "b.md"), "mine");
  const files = new Map([
    ["a.md", "a"],
    ["b.md", "b"],
    ["c.md", "c"],
  ] as const);
  await assert.rejects(writeNewFiles(root, files), {
    constructor: EnvironmentFailure,
    message: "b.md is there already — move it away, or choose another name",
  });
  assert.deepEqual(await listFiles(root), ["b.md"]);
  assert.equal(await readFile(join(root, "b.md"), "utf8"), "mine");
});

test("a link that leads nowhere is there too", async (context) => {
  const root = await folder(context);
  await symlink(join(root, "elsewhere.md"), join(root, "a.md"));
  await assert.rejects(writeNewFiles(root, new Map([["a.md", "a"]])), /a\.md is there already/);
  assert.deepEqual(await listFiles(root), ["a.md"]);
});
