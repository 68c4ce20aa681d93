import assert from "node:assert/strict";
import { readdir, readFile, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { z } from "zod";
import { sha256 } from "../../../scripts/lib/files.ts";
import { openCache, openResults } from "../../../scripts/lib/store.ts";
import { temporaryProject } from "../photos/pictures.ts";

const [first, second, third] = ["one", "two", "three"].map(sha256) as [string, string, string];

test("gives back what was written, also to the next process", async (t) => {
  const { cache: folder } = await temporaryProject(t);
  const cache = await openCache(folder);
  assert.equal(await cache.read(first), undefined);
  await cache.write(first, Buffer.from("bytes"));
  assert.equal(String(await cache.read(first)), "bytes");
  assert.equal(String(await (await openCache(folder)).read(first)), "bytes");
});

test("takes an entry whose bytes changed for none, removes it and accepts it anew", async (t) => {
  const { cache: folder } = await temporaryProject(t);
  await (await openCache(folder)).write(first, Buffer.from("bytes"));
  const [name] = await readdir(folder);
  await truncate(join(folder, name ?? ""), 2);
  const cache = await openCache(folder);
  assert.equal(await cache.read(first), undefined);
  assert.deepEqual(await readdir(folder), []);
  await cache.write(first, Buffer.from("bytes"));
  assert.equal(String(await cache.read(first)), "bytes");
});

test("an entry that another process pruned is simply not there", async (t) => {
  const { cache: folder } = await temporaryProject(t);
  await (await openCache(folder)).write(first, Buffer.from("bytes"));
  const [here, there] = [await openCache(folder), await openCache(folder)];
  await there.prune(0);
  assert.equal(await here.read(first), undefined);
});

test("never shows half an entry: names appear whole, and leftovers are not read", async (t) => {
  const { cache: folder } = await temporaryProject(t);
  const cache = await openCache(folder);
  await writeFile(join(folder, `${first}.0123456789abcdef.tmp`), "hal");
  await writeFile(join(folder, first), "foreign");
  assert.equal(await (await openCache(folder)).read(first), undefined);
  const big = Buffer.alloc(2_000_000, 7);
  const writing = cache.write(second, big);
  const seen = (await readdir(folder)).filter((name) => name.startsWith(`${second}.`));
  for (const name of seen.filter((each) => !each.endsWith(".tmp"))) {
    assert.equal(sha256(await readFile(join(folder, name))), name.slice(65));
  }
  await writing;
  assert.equal((await (await openCache(folder)).read(second))?.length, big.length);
});

test("prunes what was used longest ago, and nothing that this run used", async (t) => {
  const { cache: folder } = await temporaryProject(t);
  const earlier = await openCache(folder);
  for (const key of [first, second, third]) await earlier.write(key, Buffer.alloc(100, key));
  for (const [index, key] of [second, third, first].entries()) {
    const name = (await readdir(folder)).find((each) => each.startsWith(key)) ?? "";
    await utimes(join(folder, name), 1_000_000 + index, 1_000_000 + index);
  }
  await writeFile(join(folder, "notes.txt"), "an editor's own");
  const stale = `${first}.0123456789abcdef.tmp`;
  await writeFile(join(folder, stale), "hal");
  await utimes(join(folder, stale), 1_000_000, 1_000_000);

  const now = await openCache(folder);
  await now.read(second);
  await now.prune(200);
  const left = await readdir(folder);
  const keys = left.map((name) => name.split(".")[0]).sort();
  assert.deepEqual(keys, [first, second, "notes"].sort());
  await now.prune(0);
  assert.equal((await now.read(second))?.length, 100);
});

test("a result that does not read as one of its kind is none, and is accepted anew", async (t) => {
  const { cache: folder } = await temporaryProject(t);
  const open = () => openResults(folder, z.strictObject({ width: z.int().positive() }), 1000);
  for (const damage of ["", "{}", "no json", '{"width":-1}']) {
    await (await openCache(folder)).write(first, Buffer.from(damage));
    const results = await open();
    assert.equal(await results.read(first), undefined, damage);
    await results.write(first, { width: 2 });
    assert.deepEqual(await (await open()).read(first), { width: 2 });
  }
});
