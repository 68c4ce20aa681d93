import assert from "node:assert/strict";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { sha256 } from "../../../scripts/lib/files.ts";
import { inspectOriginal, measureBytes, openMeasures } from "../../../scripts/photos/original.ts";
import { nearestTone } from "../../../scripts/photos/tones.ts";
import { animatedPng, flat, noise } from "./pictures.ts";
import { temporaryProject } from "./temporary-project.ts";

const photo = "assets/photos/river.jpg";

async function setUp(t: TestContext) {
  const project = await temporaryProject(t);
  const cache = join(project.cache, "measures");
  const inspect = async () =>
    inspectOriginal(project.root, photo, await openMeasures(project.cache));
  const rule = async () => (await inspect()).fault?.({ path: "x", line: 1, column: 1 }).rule;
  return { ...project, cache, inspect, rule };
}

test("a missing, an empty and a folder in place of a photograph", async (t) => {
  const { root, write, rule } = await setUp(t);
  assert.equal(await rule(), "photo-missing");
  await write(photo, "");
  assert.equal(await rule(), "photo-empty");
  await rm(join(root, photo));
  await mkdir(join(root, photo));
  assert.equal(await rule(), "photo-not-a-file");
});

test("keeps a sound verdict by the hash of the bytes and uses it again", async (t) => {
  const { cache, write, inspect } = await setUp(t);
  const bytes = await noise(90, 60).jpeg().toBuffer();
  await write(photo, bytes);
  const { original } = await inspect();
  assert.equal(original?.sha256, sha256(bytes));
  const [entry] = await readdir(cache);
  const kept = await readFile(join(cache, entry ?? ""), "utf8");
  // A verdict that the picture could not give shows that it comes from the cache.
  const other = kept.replace('"width":90', '"width":91');
  await rm(join(cache, entry ?? ""));
  await writeFile(join(cache, `${entry?.slice(0, 64)}.${sha256(other)}`), other);
  assert.equal((await inspect()).original?.width, 91);
});

test("measures anew, silently, where the kept verdict is damaged", async (t) => {
  const { cache, write, inspect } = await setUp(t);
  await write(photo, await noise(90, 60).jpeg().toBuffer());
  const { original } = await inspect();
  for (const damage of ["", "{}", "no json", '{"width":-1}']) {
    const [entry = ""] = await readdir(cache);
    await writeFile(join(cache, entry), damage);
    assert.deepEqual((await inspect()).original, original);
    const [again = ""] = await readdir(cache);
    await rm(join(cache, again));
    // The same damage under a name that agrees with it: only the schema is left to find it.
    await writeFile(join(cache, `${again.slice(0, 64)}.${sha256(damage)}`), damage);
    assert.deepEqual((await inspect()).original, original);
    for (const name of await readdir(cache)) await rm(join(cache, name));
    await inspect();
  }
});

test("keeps nothing of a damaged photograph, and sees at once that it was replaced", async (t) => {
  const { cache, write, inspect, rule } = await setUp(t);
  const bytes = await noise(90, 60).jpeg().toBuffer();
  await write(photo, bytes.subarray(0, 900));
  assert.equal(await rule(), "photo-damaged");
  assert.deepEqual(await readdir(cache), []);
  await write(photo, bytes);
  assert.equal((await inspect()).original?.width, 90);
  await write(photo, await noise(30, 20).jpeg().toBuffer());
  assert.equal((await inspect()).original?.width, 30);
});

async function ruleOf(bytes: Buffer): Promise<string | undefined> {
  const { fault } = await measureBytes(bytes, "a.jpg");
  return fault?.({ path: "x.md", line: 1, column: 1 }).rule;
}

test("measures a sound photograph after its orientation, with its colour", async () => {
  const bytes = await flat(60, 40, "#284868").jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const { measure } = await measureBytes(bytes, "a.jpg");
  assert.deepEqual([measure?.width, measure?.height, measure?.format], [40, 60, "jpeg"]);
  assert.equal(measure?.tone, nearestTone({ r: 0x28, g: 0x48, b: 0x68 }));
});

test("refuses each format when its end is missing, by however little", async () => {
  const formats = {
    jpeg: await noise(120, 90).jpeg().toBuffer(),
    progressive: await noise(120, 90).jpeg({ progressive: true }).toBuffer(),
    png: await noise(120, 90).png().toBuffer(),
    webp: await noise(120, 90).webp().toBuffer(),
    tiff: await noise(120, 90).tiff({ compression: "lzw" }).toBuffer(),
    avif: await noise(120, 90).avif({ effort: 0 }).toBuffer(),
  };
  for (const [name, bytes] of Object.entries(formats)) {
    assert.equal(await ruleOf(bytes), undefined, `${name}, whole`);
    // A WebP's length is even: one byte less may have been padding.
    for (const missing of [2, 60, Math.floor(bytes.length / 2), bytes.length - 40]) {
      const cut = bytes.subarray(0, bytes.length - missing);
      assert.equal(await ruleOf(cut), "photo-damaged", `${name} without ${missing} bytes`);
    }
  }
});

test("decodes every pixel: damage inside a JPEG that ends as it should does not pass", async () => {
  const jpeg = await noise(640, 450).jpeg().toBuffer();
  const damaged = Buffer.from(jpeg).fill(0, jpeg.length - 616, jpeg.length - 600);
  assert.equal(await ruleOf(damaged), "photo-damaged");
});

test("refuses animations: WebP by its frames, PNG by its acTL chunk alone", async () => {
  const frames = [await noise(8, 8).png().toBuffer(), await noise(8, 8).negate().png().toBuffer()];
  const webp = await sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer();
  assert.equal(await ruleOf(webp), "photo-animated");
  assert.equal(await ruleOf(await animatedPng()), "photo-animated");
});

test("refuses CMYK without a profile and takes it with one", async () => {
  const cmyk = noise(30, 20).toColourspace("cmyk");
  assert.equal(await ruleOf(await cmyk.clone().jpeg().toBuffer()), "photo-cmyk");
  const profiled = await cmyk.clone().withIccProfile("cmyk").jpeg().toBuffer();
  assert.equal(await ruleOf(profiled), undefined);
});

test("refuses more than 100 megapixels by the header, before decoding", async () => {
  // A sound header whose pixels are missing: a decoder would say “damaged”, and late.
  const small = await flat(16, 16, "#000000").png().toBuffer();
  const header = Buffer.from(small);
  header.writeUInt32BE(12000, 16);
  header.writeUInt32BE(9000, 20);
  header.writeUInt32BE(crc32(header.subarray(12, 29)), 29);
  const { fault } = await measureBytes(header, "a.jpg");
  const problem = fault?.({ path: "x.md", line: 1, column: 1 });
  assert.equal(problem?.rule, "photo-too-large");
  assert.match(problem?.message ?? "", /12000 × 9000 pixels, and 100 megapixels/);
});

test("takes the dominant colour in sRGB, not in the profile's own numbers", async () => {
  const green = await flat(20, 20, "#00c800").withIccProfile("p3").png().toBuffer();
  const { dominant } = await sharp(green).stats();
  const { measure } = await measureBytes(green, "a.png");
  assert.equal(measure?.tone, nearestTone({ r: 0, g: 200, b: 0 }));
  assert.notEqual(measure?.tone, nearestTone(dominant));
});
