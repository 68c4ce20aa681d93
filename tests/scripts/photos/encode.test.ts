import assert from "node:assert/strict";
import test from "node:test";
import sharp from "sharp";
import {
  cropOriginal,
  inFormat,
  type Region,
  type RenditionFormat,
  renditionFormats,
} from "../../../scripts/photos/encode.ts";
import { flat, noise } from "./pictures.ts";

/** A part of an original, the whole unless given, at a width. */
async function encode(bytes: Buffer, format: RenditionFormat, width: number, part?: Region) {
  const { autoOrient } = await sharp(bytes).metadata();
  const region = part ?? { left: 0, top: 0, ...autoOrient };
  const height = Math.round((width * region.height) / region.width);
  const encoding = { quality: 60, halfColour: true };
  return inFormat(cropOriginal(bytes, region, { width, height }), format, encoding).toBuffer();
}

async function colourAt(bytes: Buffer, left: number, top: number): Promise<number[]> {
  const spot = sharp(bytes).extract({ left, top, width: 4, height: 4 });
  const { channels } = await sharp(await spot.png().toBuffer()).stats();
  return channels.slice(0, 3).map(({ mean }) => mean);
}

function near(actual: number[], expected: number[], message: string): void {
  const isNear = expected.every((value, index) => Math.abs((actual[index] ?? -99) - value) <= 8);
  assert.ok(isNear, `${message}: ${actual}, not ${expected}`);
}

/** A camera's file: stored lying, orientation 6, with a GPS position, in Display P3. */
async function cameraFile(): Promise<Buffer> {
  const left = await flat(60, 80, "#dc3c28").png().toBuffer();
  const lying = flat(120, 80, "#2860a0").composite([{ input: left, left: 0, top: 0 }]);
  return sharp(await lying.png().toBuffer())
    .withIccProfile("p3")
    .withExif({
      IFD0: { Make: "Camera", Artist: "Somebody" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "53/1 24/1 0/1" },
    })
    .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")
    .withMetadata({ orientation: 6, icc: "p3" })
    .jpeg({ quality: 100, chromaSubsampling: "4:4:4" })
    .toBuffer();
}

test("a camera's file comes out upright, in sRGB and without a trace of metadata", async () => {
  const original = await cameraFile();
  const before = await sharp(original).metadata();
  assert.equal(before.orientation, 6);
  assert.ok(before.exif?.includes("Somebody") && before.icc !== undefined);
  // As stored, the red is the profile's (201, 77, 53 or so), not sRGB's 220, 60, 40.
  const stored = await sharp(original)
    .keepIccProfile()
    .extract({ left: 8, top: 8, width: 4, height: 4 })
    .png()
    .toBuffer();
  assert.ok(((await sharp(stored).stats()).channels[0]?.mean ?? 255) < 210);

  for (const format of renditionFormats) {
    const bytes = await encode(original, format, 80);
    const after = await sharp(bytes).metadata();
    assert.deepEqual([after.width, after.height, after.space], [80, 120, "srgb"], format);
    for (const kind of ["exif", "icc", "xmp", "iptc", "orientation", "tifftagPhotoshop"] as const) {
      assert.equal(after[kind], undefined, `${format} keeps ${kind}`);
    }
    assert.equal(bytes.includes("Exif\0"), false);
    // The left half of the stored picture is the top one of the upright.
    near(await colourAt(bytes, 40, 20), [220, 60, 40], `${format}, top`);
    near(await colourAt(bytes, 40, 90), [40, 96, 160], `${format}, bottom`);
  }
});

test("crops are taken from the upright picture", async () => {
  const bottom = { left: 0, top: 70, width: 80, height: 40 };
  const bytes = await encode(await cameraFile(), "webp", 40, bottom);
  near(await colourAt(bytes, 4, 4), [40, 96, 160], "the bottom only");
});

test("print colours with a profile, greys and transparency become plain sRGB", async () => {
  const cmyk = await noise(40, 40).toColourspace("cmyk").withIccProfile("cmyk").jpeg().toBuffer();
  const grey = await flat(40, 40, "#808080").toColourspace("b-w").png().toBuffer();
  const clear = await sharp({
    create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer();
  for (const format of renditionFormats) {
    for (const original of [cmyk, grey, clear]) {
      const { space, hasAlpha } = await sharp(await encode(original, format, 20)).metadata();
      assert.deepEqual([space, hasAlpha], ["srgb", false]);
    }
    near(await colourAt(await encode(grey, format, 20), 8, 8), [128, 128, 128], format);
    near(await colourAt(await encode(clear, format, 20), 8, 8), [255, 255, 255], format);
  }
});

test("the same bytes every time", async () => {
  const original = await noise(200, 150).jpeg().toBuffer();
  for (const format of renditionFormats) {
    const make = () => encode(original, format, 160);
    const [one, other] = await Promise.all([make(), make()]);
    assert.ok(one.equals(other), format);
  }
});

test("JPEG is progressive, so that it stands whole at once", async () => {
  const jpeg = await encode(await noise(90, 60).png().toBuffer(), "jpeg", 60);
  assert.equal((await sharp(jpeg).metadata()).isProgressive, true);
});
