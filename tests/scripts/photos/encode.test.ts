import assert from "node:assert/strict";
import { join } from "node:path";
import test from "node:test";
import sharp from "sharp";
import {
  cropOriginal,
  inFormat,
  type Region,
  type RenditionFormat,
} from "../../../scripts/photos/encode.ts";
import { flat, noise, renditionFormats, temporaryProject } from "./pictures.ts";

/** A part of an original, the whole unless given, at a width. */
async function encode(bytes: Buffer, format: RenditionFormat, width: number, part?: Region) {
  const { autoOrient } = await sharp(bytes).metadata();
  const region = part ?? { left: 0, top: 0, ...autoOrient };
  const height = Math.round((width * region.height) / region.width);
  const encoding = { quality: 60, halfColour: true };
  const crop = await cropOriginal(bytes, region, { width, height });
  return inFormat(crop, format, encoding).toBuffer();
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

test("a profile counts in 16 bits as it does in 8", async (t) => {
  const pixels = (...values: number[]) => {
    const data = Uint16Array.from({ length: 1600 * values.length }, (_, at) => {
      return (values[at % values.length] ?? 0) * 257;
    });
    return sharp(data, { raw: { width: 40, height: 40, channels: values.length === 1 ? 1 : 3 } });
  };
  // Numbers of Display P3, which are what sharp takes those of 16 bits for.
  const colours = () => pixels(200, 100, 50).toColourspace("rgb16");
  for (const profile of ["p3", "srgb"]) {
    const tagged = () => colours().withIccProfile(profile);
    // In JPEG, the usual compression of sharp's TIFFs, there would be 8 bits.
    for (const file of [tagged().png(), tagged().tiff({ compression: "lzw" })]) {
      const original = await file.toBuffer();
      assert.equal((await sharp(original).metadata()).depth, "ushort");
      near(await colourAt(await encode(original, "jpeg", 20), 8, 8), [215, 93, 31], profile);
    }
  }
  const plain = await colours().png().toBuffer();
  near(await colourAt(await encode(plain, "jpeg", 20), 8, 8), [200, 100, 50], "no profile");

  const { root, write } = await temporaryProject(t);
  await write("linear.icc", linearGrey());
  const greys = pixels(180).toColourspace("grey16").withIccProfile(join(root, "linear.icc"));
  const grey = await greys.png().toBuffer();
  assert.equal((await sharp(grey).metadata()).depth, "ushort");
  near(await colourAt(await encode(grey, "jpeg", 20), 8, 8), [180, 180, 180], "greys");
});

/** A profile of greys whose numbers are amounts of light, https://www.color.org/icc_specs2.xalter. */
function linearGrey(): Buffer {
  const white = "\0\0\xf6\xd6\0\x01\0\0\0\0\xd3\x2d";
  const parts: readonly (readonly [at: number, bytes: string])[] = [
    [3, "\xc0"],
    [8, "\x02\x10"],
    [12, "mntrGRAYXYZ "],
    [36, "acsp"],
    [68, white],
    // Two tags: where each begins, and how long it is.
    [128, "\0\0\0\x02"],
    [132, "wtpt\0\0\0\x9c\0\0\0\x14"],
    [144, "kTRC\0\0\0\xb0\0\0\0\x0e"],
    [156, `XYZ \0\0\0\0${white}`],
    [176, "curv\0\0\0\0\0\0\0\x01\x01\0"],
  ];
  const profile = Buffer.alloc(192);
  for (const [at, bytes] of parts) profile.write(bytes, at, "latin1");
  return profile;
}

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
