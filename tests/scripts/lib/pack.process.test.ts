import assert from "node:assert/strict";
import { closeSync, openSync } from "node:fs";
import { readdir, readFile, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { type TestContext } from "node:test";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { sha256 } from "../../../scripts/lib/files.ts";
import { openPack } from "../../../scripts/lib/pack.ts";
import { temporaryProject } from "../photos/pictures.ts";

const limit = 1_000_000;
const [one, two, three] = ["one", "two", "three"].map(sha256) as [string, string, string];

/** Opens the pack as the next process would. */
async function packs(t: TestContext) {
  const { cache: folder } = await temporaryProject(t);
  const open = (scope = "scope") => openPack(folder, scope, limit);
  /** A run that reads some values and writes others. */
  const run = async (read: readonly string[], written: Readonly<Record<string, string>>) => {
    const pack = await open();
    for (const key of read) pack.read(key);
    for (const [key, value] of Object.entries(written)) pack.write(key, Buffer.from(value));
    await pack.save();
  };
  const found = async (key: string, scope?: string) => (await open(scope)).read(key)?.toString();
  return { folder, open, run, found };
}

test("what is written is read at once, after it is saved, and by the next process", async (t) => {
  const { open, found } = await packs(t);
  const pack = await open();
  pack.write(one, Buffer.from("value"));
  assert.equal(pack.read(one)?.toString(), "value");
  await pack.save();
  assert.equal(pack.read(one)?.toString(), "value");
  assert.equal(await found(one), "value");
  assert.equal(await found(one, "another scope"), undefined);
  assert.equal(await found(two), undefined);
});

test("what is not saved is not there, and leaves nothing", async (t) => {
  const { folder, open, found } = await packs(t);
  const pack = await open();
  pack.write(one, Buffer.from("value"));
  assert.equal(await found(one), undefined);
  await pack.discard();
  assert.deepEqual(await readdir(folder), []);
});

test("a run adds what is new in it, and leaves the rest as it lies", async (t) => {
  const { folder, run, found } = await packs(t);
  await run([], { [one]: "first", [two]: "second" });
  const [before = ""] = await readdir(folder);
  const bytes = await readFile(path.join(folder, before));
  await run([one, two], { [three]: "third" });
  assert.deepEqual(await readFile(path.join(folder, before)), bytes);
  assert.equal((await readdir(folder)).length, 2);
  assert.deepEqual(await Promise.all([one, two, three].map((key) => found(key))), [
    "first",
    "second",
    "third",
  ]);
  await run([one, two, three], {});
  assert.equal((await readdir(folder)).length, 2);
});

test("what is no longer used goes when it is more than half", async (t) => {
  const { folder, run, found } = await packs(t);
  await run([], { [one]: "x".repeat(100), [two]: "y".repeat(20) });
  await run([two], { [three]: "z" });
  assert.equal((await readdir(folder)).length, 1);
  assert.equal(await found(one), undefined);
  assert.equal(await found(two), "y".repeat(20));
  assert.equal(await found(three), "z");
});

test("many runs leave few files, and lose nothing", async (t) => {
  const { folder, run, found } = await packs(t);
  const keys = Array.from({ length: 40 }, (_, at) => sha256(String(at)));
  for (const [at, key] of keys.entries()) await run(keys.slice(0, at), { [key]: `value ${at}` });
  assert.ok((await readdir(folder)).length <= 16);
  for (const [at, key] of keys.entries()) assert.equal(await found(key), `value ${at}`);
});

test("a damaged value is not there and can be written anew, the others stay", async (t) => {
  const { folder, run, found } = await packs(t);
  await run([], { [one]: "first", [two]: "second" });
  const [name = ""] = await readdir(folder);
  const file = path.join(folder, name);
  const bytes = await readFile(file, "latin1");
  await writeFile(file, bytes.replace("first", "f1rst"), "latin1");
  assert.equal(await found(one), undefined);
  assert.equal(await found(two), "second");
  await run([one, two], { [one]: "first" });
  assert.equal(await found(one), "first");
});

test("of a file that was cut or overwritten, what is whole is read", async (t) => {
  const { folder, run, found } = await packs(t);
  await run([], { [one]: "first", [two]: "second" });
  const [name = ""] = await readdir(folder);
  const file = path.join(folder, name);
  const { length } = await readFile(file);
  for (const bytes of [length - 1, length - 10, 100, 40, 0]) {
    await truncate(file, bytes);
    assert.equal(await found(one), bytes > 72 ? "first" : undefined, String(bytes));
    assert.equal(await found(two), undefined);
  }
  await writeFile(file, Buffer.alloc(500, 255));
  assert.equal(await found(one), undefined);
});

test("what another process has put together can still be read here", async (t) => {
  const { open, run } = await packs(t);
  await run([], { [one]: "x".repeat(100), [two]: "second" });
  const here = await open();
  await run([two], { [three]: "z".repeat(10) });
  assert.equal(here.read(two)?.toString(), "second");
  await here.save();
});

test("files of packs that nobody can read any more are closed, as the preview opens some at every build", async (t) => {
  const { run } = await packs(t);
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  /** The system gives the lowest number that is free. */
  const nextNumber = () => {
    const number = openSync(import.meta.filename, "r");
    closeSync(number);
    return number;
  };
  const before = nextNumber();
  for (let turn = 0; turn < 20; turn++) await run([one], { [sha256(`${turn}`)]: "value" });
  // What is closed is told in a later turn than it is found.
  for (let turn = 0; turn < 5; turn++) {
    collect();
    await setImmediate();
  }
  assert.ok(nextNumber() <= before + 1, "all were closed, or all but the last");
});
