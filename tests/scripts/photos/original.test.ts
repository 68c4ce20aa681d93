import assert from "node:assert/strict";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { sha256 } from "../../../scripts/lib/files.ts";
import { cropOriginal, inFormat } from "../../../scripts/photos/encode.ts";
import { kindOfFile } from "../../../scripts/photos/file-kinds.ts";
import { inspectOriginal, openMeasures } from "../../../scripts/photos/original.ts";
import { pictureModel, renditionCollector } from "../../../scripts/photos/picture.ts";
import { nearestTone } from "../../../scripts/photos/tones.ts";
import { projectRoot } from "../../support/files.ts";
import { testTable } from "../../support/tables.ts";
import { flat, noise, photographOf, temporaryProject } from "./pictures.ts";

const photo = "assets/photos/river.jpg";

async function setUp(t: TestContext) {
  const { root, cache, write } = await temporaryProject(t);
  const inspect = async () => inspectOriginal(root, photo, await openMeasures(cache));
  /** What is said of a file, or the format that it is accepted as. */
  const judge = async (bytes: Buffer) => {
    await write(photo, bytes);
    const { original, fault } = await inspect();
    if (original !== undefined) return original.format;
    const { rule, message } = fault({ path: "x.md", line: 1, column: 1 });
    return `${rule}: ${message}`;
  };
  const put = (bytes: Buffer) => write(photo, bytes);
  return { cache: join(cache, "measures"), put, inspect, judge };
}

test("accepts the five formats by their content, whatever the name", async (t) => {
  const { judge } = await setUp(t);
  for (const format of ["jpeg", "png", "webp", "tiff", "avif"] as const) {
    assert.equal(await judge(await flat(4, 4, "#336699").toFormat(format).toBuffer()), format);
  }
});

test("a still AVIF of tiles is one picture", async (t) => {
  const { put, inspect } = await setUp(t);
  // From `avifenc --grid 2x2`, its tiles not marked as hidden.
  await put(await readFile(join(projectRoot, "tests/fixtures/tiles.avif")));
  const { original } = await inspect();
  assert.deepEqual([original?.width, original?.height, original?.format], [128, 128, "avif"]);
});

test("a sound TIFF is never called damaged, read or not", async (t) => {
  const { judge } = await setUp(t);
  const rgb = await flat(16, 16, "#336699").tiff({ compression: "none" }).toBuffer();
  /** With another value of a field, https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf */
  const changed = (field: number, value: number, name = field) => {
    const entry = Buffer.from([field & 255, field >> 8, 3, 0, 1, 0, 0, 0]);
    const bytes = Buffer.from(rgb);
    bytes.writeUInt16LE(name, rgb.indexOf(entry));
    bytes.writeUInt16LE(value, rgb.indexOf(entry) + entry.length);
    return bytes;
  };
  const [compression, colours, resolutionUnit, numbers] = [259, 262, 296, 339];
  const told =
    "photo-format: assets/photos/river.jpg is a TIFF of a kind that the build cannot read";
  const signed = 2;
  for (const bytes of [
    changed(compression, 6),
    changed(colours, 8),
    changed(colours, 9),
    changed(resolutionUnit, signed, numbers),
  ]) {
    assert.match(await judge(bytes), new RegExp(`^${told}`));
  }
  assert.equal(
    await judge(await flat(16, 16, "#336699").toColourspace("lab").tiff().toBuffer()),
    "tiff",
  );
});

testTable("file-kinds", {
  "the first bytes of river.jpg": (bytes) => {
    const kind = kindOfFile(Buffer.from(bytes, "latin1"), "river.jpg");
    if (kind.format !== undefined) return kind.format;
    const { rule, message } = kind.fault({ path: "x.md", line: 1, column: 1 });
    return `${rule}: ${message}`;
  },
});

test("measures a sound photograph after its orientation, with its colour", async (t) => {
  const { put, inspect } = await setUp(t);
  await put(await flat(60, 40, "#284868").jpeg().withMetadata({ orientation: 6 }).toBuffer());
  const { original } = await inspect();
  const tone = nearestTone({ r: 0x28, g: 0x48, b: 0x68 });
  assert.deepEqual([original?.width, original?.height, original?.tone], [40, 60, tone]);
});

test("takes the dominant colour in sRGB, not in the profile's own numbers", async (t) => {
  const { put, inspect } = await setUp(t);
  const green = await flat(20, 20, "#00c800").withIccProfile("p3").png().toBuffer();
  await put(green);
  const { original } = await inspect();
  assert.equal(original?.tone, nearestTone({ r: 0, g: 200, b: 0 }));
  assert.notEqual(original?.tone, nearestTone((await sharp(green).stats()).dominant));
});

test("refuses each format when its end is missing, by however little", async (t) => {
  const { judge } = await setUp(t);
  const formats = {
    jpeg: await noise(120, 90).jpeg().toBuffer(),
    progressive: await noise(120, 90).jpeg({ progressive: true }).toBuffer(),
    png: await noise(120, 90).png().toBuffer(),
    webp: await noise(120, 90).webp().toBuffer(),
    tiff: await noise(120, 90).tiff({ compression: "lzw" }).toBuffer(),
    avif: await noise(120, 90).avif({ effort: 0 }).toBuffer(),
  };
  for (const [name, bytes] of Object.entries(formats)) {
    assert.match(await judge(bytes), /^\w+$/, `${name}, whole`);
    // A WebP's length is even: one byte less may have been padding. Without its last 12 bytes a PNG still
    // has all pixels, which is enough for libpng.
    for (const missing of [2, 12, 60, Math.floor(bytes.length / 2), bytes.length - 40]) {
      const cut = bytes.subarray(0, bytes.length - missing);
      assert.match(await judge(cut), /^photo-damaged/, `${name} without ${missing} bytes`);
    }
  }
});

test("decodes every pixel: damage inside a file that ends as it should does not pass", async (t) => {
  const { judge } = await setUp(t);
  const picture = noise(640, 450);
  for (const file of [picture.clone().jpeg(), picture.clone().png({ progressive: true })]) {
    const bytes = await file.toBuffer();
    assert.match(await judge(bytes), /^\w+$/);
    assert.match(
      await judge(bytes.fill(0, bytes.length - 616, bytes.length - 600)),
      /^photo-damaged/,
    );
  }
});

test("refuses animations: WebP by its frames, PNG by its acTL chunk alone", async (t) => {
  const { judge } = await setUp(t);
  const frames = [await noise(8, 8).png().toBuffer(), await noise(8, 8).negate().png().toBuffer()];
  const webp = sharp(frames, { join: { animated: true } }).webp();
  assert.match(await judge(await webp.toBuffer()), /^photo-animated/);
  // libvips sees the first frame alone.
  const png = await flat(8, 8, "#336699").png().toBuffer();
  const chunk = Buffer.from("\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\0\0\0\0", "latin1");
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 16)), 16);
  const headerEnd = 8 + 25;
  const animated = [png.subarray(0, headerEnd), chunk, png.subarray(headerEnd)];
  assert.match(await judge(Buffer.concat(animated)), /^photo-animated/);
});

test("refuses CMYK without a profile and takes it with one", async (t) => {
  const { judge } = await setUp(t);
  const cmyk = noise(30, 20).toColourspace("cmyk");
  assert.match(await judge(await cmyk.clone().jpeg().toBuffer()), /^photo-cmyk/);
  const profiled = await cmyk.clone().withIccProfile("cmyk").jpeg().toBuffer();
  assert.equal(await judge(profiled), "jpeg");
  const broken = Buffer.from(profiled);
  broken.fill(0, broken.indexOf("CMYK"), broken.indexOf("CMYK") + 4);
  assert.match(await judge(broken), /^photo-cmyk/);
});

test("refuses more than 100 megapixels by the header, before decoding", async (t) => {
  const { judge } = await setUp(t);
  // A sound header whose pixels are missing: a decoder would say “damaged”, and late.
  const header = await flat(16, 16, "#000000").png().toBuffer();
  header.writeUInt32BE(12000, 16);
  header.writeUInt32BE(9000, 20);
  header.writeUInt32BE(crc32(header.subarray(12, 29)), 29);
  assert.match(await judge(header), /^photo-too-large: .*12000 × 9000 pixels, and 100 megapixels/);
});

test("takes every side that each format can hold, and refuses what is higher", async (t) => {
  const { put, inspect, judge } = await setUp(t);
  const line = (width: number, height: number) => flat(width, height, "#336699").png().toBuffer();
  for (const [width, height] of [
    [1, 16383],
    [20_000, 1],
  ] as const) {
    const bytes = await line(width, height);
    await put(bytes);
    const { original } = await inspect();
    assert.ok(original);
    for (const slot of ["screen", "article", "notice"] as const) {
      const renditions = renditionCollector();
      const request = { photograph: { ...photographOf("", bytes, 0, 0), original }, renditions };
      pictureModel({ ...request, slot, language: "en", base: "/" });
      for (const { format, region, width: wide, height: high } of renditions.all()) {
        const crop = await cropOriginal(bytes, region, { width: wide, height: high });
        const picture = inFormat(crop, format, { quality: 50, halfColour: true });
        const made = await sharp(await picture.toBuffer()).metadata();
        assert.deepEqual([made.width, made.height], [wide, high], `${slot}, ${format}`);
      }
    }
  }
  const told = "photo-too-high: assets/photos/river.jpg is 16384 pixels high";
  assert.match(await judge(await line(1, 16384)), new RegExp(`^${told}`));
  const lying = flat(16384, 1, "#336699").jpeg().withMetadata({ orientation: 6 });
  assert.match(await judge(await lying.toBuffer()), new RegExp(`^${told}`));
});

test("keeps a sound verdict by the hash of the bytes and uses it again", async (t) => {
  const { cache, put, inspect } = await setUp(t);
  const bytes = await noise(90, 60).jpeg().toBuffer();
  await put(bytes);
  assert.equal((await inspect()).original?.sha256, sha256(bytes));
  const [entry = ""] = await readdir(cache);
  const kept = await readFile(join(cache, entry), "utf8");
  // A verdict that the picture could not give shows that it comes from the cache.
  const other = kept.replace('"width":90', '"width":91');
  await rm(join(cache, entry));
  await writeFile(join(cache, `${entry.slice(0, 64)}.${sha256(other)}`), other);
  assert.equal((await inspect()).original?.width, 91);
});

test("keeps nothing of a damaged photograph, and sees at once that it was replaced", async (t) => {
  const { cache, put, inspect, judge } = await setUp(t);
  const bytes = await noise(90, 60).jpeg().toBuffer();
  assert.match(await judge(bytes.subarray(0, 900)), /^photo-damaged/);
  assert.deepEqual(await readdir(cache), []);
  await put(bytes);
  assert.equal((await inspect()).original?.width, 90);
  await put(await noise(30, 20).jpeg().toBuffer());
  assert.equal((await inspect()).original?.width, 30);
});
