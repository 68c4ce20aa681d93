import assert from "node:assert/strict";
import { before, test } from "node:test";
import sharp from "sharp";
import { encoders, type RenditionFormat } from "../../../scripts/photos/encoders.ts";
import { findQuality } from "../../../scripts/photos/find-quality.ts";
import { inFormat } from "../../../scripts/photos/in-format.ts";
import { fromPixels, type Pixels, takePixels } from "../../../scripts/photos/pixels.ts";
import { similarity } from "../../../scripts/photos/similarity.ts";
import { flat, noise } from "./pictures.ts";

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
