import assert from "node:assert/strict";
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { openLog } from "../../../scripts/lib/log.ts";

let folder: string;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "log-"));
});

after(() => rm(folder, { recursive: true }));

let number = 0;

/** A log of its own, which holds what was set in runs before. */
async function filled(...runs: Record<string, unknown>[]) {
  number += 1;
  const file = path.join(folder, `${number}`);
  const open = (scope = "code") => openLog<unknown>(file, scope);
  for (const results of runs) {
    const log = await open();
    for (const name of Object.keys(runs[0] ?? {})) log.get(name);
    for (const [name, result] of Object.entries(results)) log.set(name, result);
    await log.save();
  }
  return { file, open, get: async (name: string) => (await open()).get(name) };
}

test("what was set is there in the next run, the last of each name", async () => {
  const { get } = await filled({ a: { 字: "“é”\n\u2028" }, b: 1 }, { b: 2, c: [3] });
  assert.deepEqual([await get("a"), await get("b")], [{ 字: "“é”\n\u2028" }, 2]);
  assert.deepEqual([await get("c"), await get("d")], [[3], undefined]);
});

test("what was not saved is not kept", async () => {
  const { open, get } = await filled({ a: 1 });
  (await open()).set("a", 2);
  assert.equal(await get("a"), 1);
});

test("a run adds what is new in it, until most is of no use any more", async () => {
  const { file, open } = await filled({ a: "a".repeat(1000), b: 1, c: 1 }, { b: 2 });
  const { size } = await stat(file);
  assert.ok(size < 1500, "what did not change was written again");
  const log = await open();
  log.get("b");
  await log.save();
  assert.ok((await stat(file)).size < 200, "nobody asked for the others");
  assert.equal((await open()).get("b"), 2);
});

test("results of another scope, or that are damaged, are none, and leave others whole", async () => {
  const { file, open, get } = await filled({ a: 1, b: 1, c: 1 }, { d: 1 });
  assert.equal((await open("other code")).get("a"), undefined);
  const [first = "", second = ""] = (await readFile(file, "utf8")).split("\n");
  await writeFile(file, `${first.replace('"a"', '"b"')}\n${second}\n`);
  assert.deepEqual([await get("a"), await get("d")], [undefined, 1]);
  await appendFile(file, second.slice(0, 70));
  assert.equal(await get("d"), 1);
  const log = await open();
  log.set("a", 3);
  await log.save();
  assert.equal(await get("a"), 3);
});
