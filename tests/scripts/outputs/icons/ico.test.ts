import assert from "node:assert/strict";
import { test } from "node:test";
import decodeIco from "decode-ico";
import sharp from "sharp";
import { ico } from "../../../../scripts/outputs/icons/ico.ts";

test("a reader of icons finds each picture as it was put in", async () => {
  const images = await Promise.all(
    [16, 48, 256].map(async (size) => {
      const background = { r: size % 200, g: 20, b: 30, alpha: 1 };
      const picture = sharp({ create: { width: size, height: size, channels: 4, background } });
      return { size, png: await picture.png().toBuffer() };
    }),
  );
  const read = decodeIco(ico(images));
  assert.deepEqual(
    read.map(({ type, width, height }) => [type, width, height]),
    images.map(({ size }) => ["png", size, size]),
  );
  for (const [index, { png }] of images.entries()) {
    assert.deepEqual(Buffer.from(read[index]?.data ?? []), png);
  }
});
