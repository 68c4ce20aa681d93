import assert from "node:assert/strict";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import sharp from "sharp";
import { sha256 } from "../../../scripts/lib/sha256.ts";
import { qualityBook } from "../../../scripts/photos/quality-book.ts";
import { noise } from "./pictures.ts";
import { temporaryProject } from "./temporary-project.ts";

const path = "assets/photos/river.jpg";

async function setUp(t: TestContext) {
  const { root, cache, write } = await temporaryProject(t);
  const bytes = await noise(120, 80).jpeg().toBuffer();
  await write(path, bytes);
  return { root, cache, write, original: { path, sha256: sha256(bytes) } };
}

/** Pictures that are encoded or decoded from now on. */
function countWork(t: TestContext): () => number {
  let most = 0;
  const watch = () => {
    most = Math.max(most, sharp.counters().process);
  };
  sharp.queue.on("change", watch);
  t.after(() => sharp.queue.off("change", watch));
  return () => most;
}

test("qualities are looked for once, and found again in the next build", async (t) => {
  const { root, cache, original } = await setUp(t);
  const book = qualityBook(root, cache);
  const [one, other] = await Promise.all([book.of(original), book.of(original)]);
  assert.equal(one, other);
  const work = countWork(t);
  assert.deepEqual(await qualityBook(root, cache).of(original), one);
  assert.equal(work(), 0);
});

test("what is no entry of the book is looked for again", async (t) => {
  const { root, cache, original } = await setUp(t);
  const found = await qualityBook(root, cache).of(original);
  const folder = join(cache, "qualities");
  const [name = ""] = await readdir(folder);
  for (const text of ["", "{", '{"avif":1}', '{"avif":30,"webp":46,"jpeg":4000}']) {
    const entry = `${name.slice(0, 64)}.${sha256(text)}`;
    await writeFile(join(folder, entry), text);
    assert.deepEqual(await qualityBook(root, cache).of(original), found);
  }
});

test("an original that is no longer what was measured is told", async (t) => {
  const { root, cache, write, original } = await setUp(t);
  await write(path, await noise(121, 80).jpeg().toBuffer());
  await assert.rejects(qualityBook(root, cache).of(original), /river\.jpg changed while/);
});
