import assert from "node:assert/strict";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test, { before, type TestContext } from "node:test";
import sharp from "sharp";
import { sha256 } from "../../../scripts/lib/files.ts";
import { encoders, inFormat, type RenditionFormat } from "../../../scripts/photos/encode.ts";
import {
  findQuality,
  fromPixels,
  type Pixels,
  qualityBook,
  similarity,
  takePixels,
} from "../../../scripts/photos/quality.ts";
import { flat, noise } from "./pictures.ts";
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

const formats = Object.keys(encoders) as RenditionFormat[];

/** Noise that encoders leave out first. */
const haze = sharp(
  Uint8Array.from(
    { length: 120 * 80 * 3 },
    (_, at) => 120 + (Math.imul(at + 1, 2654435761) >>> 26),
  ),
  { raw: { width: 120, height: 80, channels: 3 } },
);

let sample: Pixels;

before(async () => {
  sample = await takePixels(noise(120, 80));
});

for (const format of formats) {
  const { target, least, most } = encoders[format].quality;

  test(`${format}: the least quality is found at which a picture is as similar as it is to be`, async () => {
    const similarAt = async (quality: number) => {
      const encoded = await inFormat(fromPixels(sample), format, quality).toBuffer();
      return similarity(sample, await takePixels(sharp(encoded)));
    };
    const found = await findQuality(sample, format);
    assert.ok(found > least && found < most, `${found} is between the bounds`);
    assert.ok((await similarAt(found)) >= target, "similar enough");
    assert.ok((await similarAt(found - 1)) < target, "no less would do");
    assert.equal(await findQuality(sample, format), found);
  });

  test(`${format}: what is easy gets the least quality, what is hopeless the most`, async () => {
    assert.equal(await findQuality(await takePixels(flat(120, 80, "#dc3c28")), format), least);
    assert.equal(await findQuality(await takePixels(haze), format), most);
  });

  test(`${format}: what is too small to be compared gets the most`, async () => {
    assert.equal(await findQuality(await takePixels(flat(10, 80, "#dc3c28")), format), most);
  });
}

test("a picture is entirely similar to itself, and less so the more of it is lost", async () => {
  const worse = async (quality: number) =>
    similarity(
      sample,
      await takePixels(sharp(await fromPixels(sample).jpeg({ quality }).toBuffer())),
    );
  const [one, half, tenth] = [similarity(sample, sample), await worse(50), await worse(10)];
  assert.equal(one, 1);
  assert.ok(one > half && half > tenth);
});
