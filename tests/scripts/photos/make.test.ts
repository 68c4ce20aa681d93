import assert from "node:assert/strict";
import { readdir, truncate } from "node:fs/promises";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import sharp from "sharp";
import { makePictures, renditionPictures } from "../../../scripts/photos/make.ts";
import { pictureModel, renditionCollector } from "../../../scripts/photos/picture.ts";
import { folderDigest } from "../../support/files.ts";
import { noise, photographOf, putInto, temporaryProject } from "./pictures.ts";

const path = "assets/photos/river.jpg";

async function setUp(t: TestContext) {
  const { root, cache, write } = await temporaryProject(t);
  const bytes = await noise(250, 160).jpeg().toBuffer();
  await write(path, bytes);
  const renditions = renditionCollector();
  const photograph = photographOf(path, bytes, 250, 160);
  pictureModel({ photograph, slot: "notice", language: "en", base: "/", renditions });
  const make = (out: string, more: Partial<Parameters<typeof makePictures>[0]> = {}) => {
    const pictures = renditionPictures(renditions.all(), root);
    return makePictures({ pictures, cache, put: putInto(join(root, out)), ...more });
  };
  const contents = (out: string) => folderDigest(join(root, out));
  const names = renditions.all().map(({ name }) => `photos/${name}`);
  return { root, renditions, write, names, make, contents, entries: join(cache, "renditions") };
}

test("puts out exactly what was asked for; a warm run encodes nothing and gives the same", async (t) => {
  const { make, contents, names, entries } = await setUp(t);
  assert.equal(await make("one"), names.length);
  assert.equal(await make("two"), 0);
  assert.deepEqual(Object.keys(await contents("one")), names);
  assert.deepEqual(await contents("two"), await contents("one"));
  // No temporary files are left.
  assert.equal((await readdir(entries)).length, names.length);
});

test("makes all of a photograph from one decode, and each as it is alone", async (t) => {
  const { root, renditions, write } = await setUp(t);
  const alone = renditions.all().map((each) => renditionPictures([each], root));
  const made = await Promise.all(alone.flat().map(({ make }) => make()));
  const [first, ...others] = renditionPictures(renditions.all(), root);
  assert.ok(first);
  const together = new Map([[first.path, await first.make()]]);
  // Read once more it would be refused.
  await write(path, "");
  for (const each of others) together.set(each.path, await each.make());
  assert.deepEqual(
    renditions.all().map(({ name }) => together.get(`photos/${name}`)),
    made,
  );
});

test("makes a damaged entry anew, to the same bytes", async (t) => {
  const { make, contents, entries } = await setUp(t);
  await make("one");
  const [first = "", second = ""] = await readdir(entries);
  await truncate(join(entries, first), 10);
  await truncate(join(entries, second), 0);
  assert.equal(await make("two"), 2);
  assert.deepEqual(await contents("two"), await contents("one"));
});

test("refuses an original that is no longer the one that was measured", async (t) => {
  const { make, write, entries } = await setUp(t);
  await write(path, await noise(121, 80).jpeg().toBuffer());
  await assert.rejects(make("one"), /river\.jpg changed while/);
  assert.deepEqual(await readdir(entries), []);
});

test("tells its progress, and encodes no more at once than it may", async (t) => {
  const { make, names } = await setUp(t);
  const seen: number[] = [];
  let most = 0;
  const watch = () => {
    // Not their sum: what begins is counted in both for a moment.
    const { queue, process } = sharp.counters();
    most = Math.max(most, queue, process);
  };
  sharp.queue.on("change", watch);
  t.after(() => sharp.queue.off("change", watch));
  await make("one", {
    parallel: 2,
    onProgress({ done, total }) {
      seen.push(done);
      assert.equal(total, names.length);
    },
  });
  const all = names.map((_, index) => index + 1);
  assert.deepEqual(seen, all);
  assert.ok(most >= 1 && most <= 2, `${most} at once`);
});
