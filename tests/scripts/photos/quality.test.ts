import assert from "node:assert/strict";
import test from "node:test";
import sharp, { type Sharp } from "sharp";
import { encoders, type RenditionFormat, takePixels } from "../../../scripts/photos/encode.ts";
import { encodingFor } from "../../../scripts/photos/quality.ts";
import { flat, noise, renditionFormats } from "./pictures.ts";

const find = async (picture: Sharp, format: RenditionFormat = "avif", urgent = false) =>
  encodingFor(await takePixels(sharp(await picture.png().toBuffer())), { format, urgent });

test("of a photograph each format gets about its usual quality", async () => {
  for (const name of ["albert-dock", "huangpu-river"]) {
    const photograph = sharp(`assets/photos/${name}.jpg`).resize(320);
    for (const format of renditionFormats) {
      const { usual } = encoders[format].quality;
      const { quality, halfColour } = await find(photograph.clone(), format);
      assert.ok(Math.abs(quality - usual) < 6, `${name}, ${format}: ${quality}, near ${usual}`);
      assert.equal(halfColour, true, `${name}, ${format}`);
    }
  }
});

test("what a first visit waits for may lose more", async () => {
  const photograph = sharp("assets/photos/huangpu-river.jpg").resize(320);
  for (const format of renditionFormats) {
    const [usual, urgent] = [
      await find(photograph.clone(), format),
      await find(photograph.clone(), format, true),
    ];
    assert.ok(urgent.quality < usual.quality, `${format}: ${urgent.quality}, ${usual.quality}`);
  }
});

test("what is lost in one corner counts almost as if it were lost everywhere", async () => {
  const hard = await sharp(await noise(128, 128).png().toBuffer())
    .blur(3)
    .png()
    .toBuffer();
  const plain = flat(512, 384, "#808080");
  const corner = plain.clone().composite([{ input: hard, left: 0, top: 0 }]);
  const [none, one, all] = [await find(plain), await find(corner), await find(sharp(hard))];
  assert.ok(none.quality < all.quality - 6, `${none.quality} is much less than ${all.quality}`);
  assert.ok(one.quality >= all.quality - 2, `${one.quality} is about ${all.quality}`);
});

test("colour keeps its resolution where half of it would be seen", async () => {
  const stripes = (even: number[], odd: number[]) =>
    sharp(
      Uint8Array.from(
        { length: 64 * 64 * 3 },
        (_, at) => (Math.floor(at / 3) % 2 ? odd : even)[at % 3] ?? 0,
      ),
      {
        raw: { width: 64, height: 64, channels: 3 },
      },
    );
  const cases: [string, Sharp, boolean][] = [
    ["red beside green", stripes([220, 40, 40], [20, 130, 40]), false],
    ["light beside dark", stripes([220, 220, 220], [40, 40, 40]), true],
    ["soft colours", noise(64, 64), true],
  ];
  for (const [name, picture, half] of cases) {
    for (const format of renditionFormats) {
      assert.equal((await find(picture.clone(), format)).halfColour, half, `${name}, ${format}`);
    }
  }
});

test("the smallest picture has a quality too", async () => {
  for (const format of renditionFormats) {
    const { usual } = encoders[format].quality;
    const { quality } = await find(flat(1, 1, "#dc3c28"), format);
    assert.ok(quality >= usual - 6 && quality <= usual + 6, `${format}: ${quality}`);
  }
});
