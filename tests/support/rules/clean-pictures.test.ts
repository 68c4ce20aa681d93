import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import sharp from "sharp";
import type { Site } from "../site.ts";
import { cleanPictures } from "./pictures.ts";

const folder = await mkdtemp(path.join(tmpdir(), "pictures-"));
after(() => rm(folder, { recursive: true }));

const background = { r: 200, g: 100, b: 50 };
const picture = () => sharp({ create: { width: 64, height: 64, channels: 3, background } });

async function faultsOf(file: string, bytes: Buffer): Promise<string> {
  await writeFile(path.join(folder, file), bytes);
  const site: Site = {
    folder,
    origin: "",
    prefix: "/",
    files: new Set([file]),
    pages: [],
    redirects: [],
  };
  return (await cleanPictures(site)).join("\n");
}

test("a picture that holds its pixels alone has no fault", async () => {
  assert.equal(await faultsOf("a.jpg", await picture().jpeg().toBuffer()), "");
  assert.equal(await faultsOf("a.webp", await picture().webp().toBuffer()), "");
  assert.equal(await faultsOf("a.avif", await picture().avif().toBuffer()), "");
});

test("camera data, colour profiles and descriptions are seen in every format", async () => {
  const exif = { IFD0: { Copyright: "somebody" } };
  const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta>';
  assert.match(await faultsOf("a.jpg", await picture().withExif(exif).jpeg().toBuffer()), /exif/);
  assert.match(await faultsOf("a.webp", await picture().withExif(exif).webp().toBuffer()), /exif/);
  assert.match(await faultsOf("a.avif", await picture().withExif(exif).avif().toBuffer()), /exif/);
  assert.match(
    await faultsOf("a.jpg", await picture().withIccProfile("p3").jpeg().toBuffer()),
    /icc/,
  );
  assert.match(
    await faultsOf("a.avif", await picture().withIccProfile("p3").avif().toBuffer()),
    /icc/,
  );
  assert.match(await faultsOf("a.webp", await picture().withXmp(xmp).webp().toBuffer()), /xmp/);
});

test("a picture that breaks off is seen", async () => {
  const whole = await picture().jpeg().toBuffer();
  assert.notEqual(await faultsOf("a.jpg", whole.subarray(0, whole.length - 40)), "");
});
