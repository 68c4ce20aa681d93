import assert from "node:assert/strict";
import { readdir, readFile, truncate } from "node:fs/promises";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import sharp from "sharp";
import { makePictures, renditionPicture } from "../../../scripts/photos/make.ts";
import { measureBytes } from "../../../scripts/photos/original.ts";
import { planRendition, type Rendition } from "../../../scripts/photos/picture.ts";
import { qualityBook } from "../../../scripts/photos/quality.ts";
import { noise } from "./pictures.ts";
import { temporaryProject } from "./temporary-project.ts";

const path = "assets/photos/river.jpg";

function picturesOf(renditions: readonly Rendition[], root: string, cache: string) {
  const qualities = qualityBook(root, cache);
  return renditions.map((rendition) => renditionPicture(rendition, root, qualities));
}

async function setUp(t: TestContext, widths = [40, 60]) {
  const project = await temporaryProject(t);
  const bytes = await noise(120, 80).jpeg().toBuffer();
  await project.write(path, bytes);
  const { measure } = await measureBytes(bytes, path);
  assert.ok(measure);
  const original = { path, ...measure };
  const whole = { left: 0, top: 0, width: 120, height: 80 };
  const renditions = (["avif", "webp", "jpeg"] as const).flatMap((format) =>
    widths.map((width) => planRendition(original, whole, width, format)),
  );
  const job = (out: string) => ({
    pictures: picturesOf(renditions, project.root, project.cache),
    cache: project.cache,
    out: join(project.root, out),
  });
  const contents = async (out: string) => {
    const names = (await readdir(join(project.root, out, "photos"))).sort();
    return Promise.all(
      names.map(async (name) => [
        name,
        await readFile(join(project.root, out, "photos", name), "hex"),
      ]),
    );
  };
  return { ...project, renditions, job, contents, entries: join(project.cache, "renditions") };
}

test("puts out exactly what was asked for; a warm run encodes nothing and gives the same", async (t) => {
  const { job, contents, renditions } = await setUp(t);
  const cold = await makePictures(job("one"));
  assert.equal(cold.made, 6);
  const warm = await makePictures(job("two"));
  assert.equal(warm.made, 0);
  const files = await contents("one");
  assert.deepEqual(
    files.map(([name]) => name),
    renditions.map(({ name }) => name).sort(),
  );
  assert.deepEqual(await contents("two"), files);
});

test("makes a damaged entry anew, to the same bytes", async (t) => {
  const { job, contents, entries } = await setUp(t);
  await makePictures(job("one"));
  const [first, second] = await readdir(entries);
  await truncate(join(entries, first ?? ""), 10);
  await truncate(join(entries, second ?? ""), 0);
  assert.equal((await makePictures(job("two"))).made, 2);
  assert.deepEqual(await contents("two"), await contents("one"));
});

test("leaves no temporary files behind", async (t) => {
  const { job, entries } = await setUp(t);
  await makePictures(job("one"));
  assert.deepEqual(
    (await readdir(entries)).filter((name) => name.endsWith(".tmp")),
    [],
  );
});

test("refuses an original that is no longer the one that was measured", async (t) => {
  const { job, write, entries } = await setUp(t);
  await write(path, await noise(121, 80).jpeg().toBuffer());
  await assert.rejects(makePictures(job("one")), /river\.jpg changed while/);
  assert.deepEqual(await readdir(entries), []);
});

test("tells its progress, and encodes no more at once than it may", async (t) => {
  const { job, renditions } = await setUp(t, [20, 30, 40, 50, 60]);
  const seen: number[] = [];
  let most = 0;
  const watch = () => {
    // Not their sum: what begins is counted in both for a moment.
    const { queue, process } = sharp.counters();
    most = Math.max(most, queue, process);
  };
  sharp.queue.on("change", watch);
  t.after(() => sharp.queue.off("change", watch));
  await makePictures({
    ...job("one"),
    parallel: 2,
    onProgress({ done, total }) {
      seen.push(done);
      assert.equal(total, renditions.length);
    },
  });
  assert.deepEqual(
    seen,
    renditions.map((_, index) => index + 1),
  );
  assert.ok(most >= 1 && most <= 2, `${most} at once`);
});
