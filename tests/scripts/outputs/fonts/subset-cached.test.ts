import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { subsetCached } from "../../../../scripts/outputs/fonts/subset-cached.ts";

const source = await readFile(
  createRequire(import.meta.url).resolve(
    "@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2",
  ),
);
const subset = { source, characters: "Liverpool", features: ["kern"], axes: { wght: 400 } };

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "subset-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function onlyEntry(): Promise<string> {
  const entries = await readdir(folder);
  assert.equal(entries.length, 1);
  return path.join(folder, entries[0] ?? "");
}

test("one entry a subset, and no temporary file left", async () => {
  const font = await subsetCached(folder, subset);
  const entry = await readFile(await onlyEntry());
  assert.deepEqual(entry.subarray(32), font);
});

test("another text, feature or axis is another entry", async () => {
  await subsetCached(folder, subset);
  await subsetCached(folder, { ...subset, characters: "Liverpol" });
  await subsetCached(folder, { ...subset, features: [] });
  await subsetCached(folder, { ...subset, axes: { wght: 500 } });
  assert.equal((await readdir(folder)).length, 4);
});

test("a damaged entry is made again, whether cut short, changed or empty", async () => {
  const font = await subsetCached(folder, subset);
  const entry = await onlyEntry();
  const whole = await readFile(entry);
  const changed = Buffer.from(whole);
  changed[500] = (changed[500] ?? 0) ^ 1;
  for (const damage of [
    () => truncate(entry, 400),
    () => writeFile(entry, changed),
    () => writeFile(entry, ""),
  ]) {
    await damage();
    assert.deepEqual(await subsetCached(folder, subset), font);
    assert.deepEqual(await readFile(await onlyEntry()), whole);
  }
});
