import assert from "node:assert/strict";
import test, { type TestContext } from "node:test";
import sharp, { type Sharp } from "sharp";
import { ssim } from "ssim.js";
import { sha256 } from "../../../scripts/lib/files.ts";
import { encoders, inFormat, renditionFormats } from "../../../scripts/photos/encode.ts";
import { qualityBook } from "../../../scripts/photos/quality.ts";
import { flat, noise, temporaryProject } from "./pictures.ts";

const path = "assets/photos/river.png";

async function setUp(t: TestContext, picture: Sharp) {
  const { root, cache, write } = await temporaryProject(t);
  const bytes = await picture.png().toBuffer();
  await write(path, bytes);
  const original = { path, sha256: sha256(bytes) };
  return { root, cache, write, bytes, original, search: () => qualityBook(root, cache)(original) };
}

test("qualities are looked for once, and found again in the next build", async (t) => {
  const { root, cache, original, search } = await setUp(t, noise(120, 80));
  const book = qualityBook(root, cache);
  const [one, other] = await Promise.all([book(original), book(original)]);
  assert.equal(one, other);
  let most = 0;
  const watch = () => {
    most = Math.max(most, sharp.counters().process);
  };
  sharp.queue.on("change", watch);
  t.after(() => sharp.queue.off("change", watch));
  assert.deepEqual(await search(), one);
  assert.equal(most, 0);
});

test("an original that is no longer what was measured is told", async (t) => {
  const { write, search } = await setUp(t, noise(120, 80));
  await write(path, await noise(121, 80).png().toBuffer());
  await assert.rejects(search(), /river\.png changed while/);
});

test("the least quality is found at which a picture is as similar as it is to be", async (t) => {
  const { bytes, search } = await setUp(t, noise(120, 80));
  const found = await search();
  const pixels = async (picture: Buffer) => {
    const raw = sharp(picture).toColourspace("srgb").ensureAlpha().raw();
    return { data: new Uint8ClampedArray(await raw.toBuffer()), width: 120, height: 80 };
  };
  const whole = await pixels(bytes);
  for (const format of renditionFormats) {
    const { target, least, most } = encoders[format].quality;
    const similarAt = async (quality: number) => {
      const encoded = await inFormat(sharp(bytes), format, quality).toBuffer();
      const options = { ssim: "weber", windowSize: 11, downsample: false } as const;
      return ssim(whole, await pixels(encoded), options).mssim;
    };
    const quality = found[format];
    assert.ok(quality > least && quality < most, `${format} ${quality} is between the bounds`);
    assert.ok((await similarAt(quality)) >= target, `${format} is similar enough`);
    assert.ok((await similarAt(quality - 1)) < target, `${format}: no less would do`);
  }
});

/** Noise that encoders leave out first. */
const haze = sharp(
  Uint8Array.from(
    { length: 120 * 80 * 3 },
    (_, at) => 120 + (Math.imul(at + 1, 2654435761) >>> 26),
  ),
  { raw: { width: 120, height: 80, channels: 3 } },
);

const bounds: [name: string, picture: Sharp, bound: "least" | "most"][] = [
  ["what is easy gets the least quality", flat(120, 80, "#dc3c28"), "least"],
  ["what is hopeless gets the most", haze, "most"],
  ["what is too small to be compared gets the most", flat(10, 80, "#dc3c28"), "most"],
];

for (const [name, picture, bound] of bounds) {
  test(name, async (t) => {
    const { search } = await setUp(t, picture);
    const expected = renditionFormats.map((format) => [format, encoders[format].quality[bound]]);
    assert.deepEqual(await search(), Object.fromEntries(expected));
  });
}
