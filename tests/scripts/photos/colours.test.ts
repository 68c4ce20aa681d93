import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { otherColours } from "../../../scripts/photos/colours.ts";
import { pngStructure } from "../../../scripts/photos/file-kinds.ts";
import { projectRoot } from "../../support/files.ts";
import { flat } from "./pictures.ts";

function chunk(name: string, ...values: number[]): Buffer {
  const numbers = name === "gAMA" || name === "cHRM";
  const data = Buffer.alloc(values.length * (numbers ? 4 : 1));
  for (const [index, value] of values.entries()) {
    if (numbers) data.writeUInt32BE(value, index * 4);
    else data[index] = value;
  }
  const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(name), data, Buffer.alloc(4)]);
  bytes.writeUInt32BE(data.length, 0);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4);
  return bytes;
}

const headerEnd = 8 + 25;
const p3 = [31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000];
const srgb = [31269, 32899, 63999, 33001, 30000, 60000, 15000, 5999];

test("a PNG's own words on its colours count in the order of the standard", async () => {
  const plain = await flat(4, 4, "#c86432").png().toBuffer();
  const profiled = await flat(4, 4, "#c86432").withIccProfile("p3").png().toBuffer();
  const told = async (png: Buffer, ...chunks: Buffer[]) => {
    const bytes = Buffer.concat([png.subarray(0, headerEnd), ...chunks, png.subarray(headerEnd)]);
    const { hasProfile } = await sharp(bytes).metadata();
    return otherColours(bytes, "png", pngStructure(bytes).chunks, hasProfile);
  };
  const gamma = chunk("gAMA", 45455);
  const linear = chunk("gAMA", 100_000);
  // In brackets what Chromium 156 shows of 200, 100, 50.
  for (const chunks of [
    [],
    [chunk("cICP", 1, 13, 0, 1)],
    [chunk("cICP", 2, 2, 0, 1)],
    [chunk("cICP", 1, 13, 0, 1), linear],
    [chunk("sRGB", 0), linear],
    [gamma],
    [chunk("gAMA", 45_000)],
    [gamma, chunk("cHRM", ...srgb)],
    [chunk("cHRM", ...p3)],
  ]) {
    assert.equal(await told(plain, ...chunks), undefined, String(chunks));
  }
  assert.equal(await told(profiled), undefined);
  assert.equal(await told(profiled, linear), undefined);
  const cicp = {
    "215, 93, 31": [12, 13, 0, 1],
    "255, 0, 0": [9, 16, 0, 1],
    "230, 48, 17": [9, 18, 0, 1],
    "197, 91, 39": [1, 1, 0, 1],
  };
  for (const [shown, codes] of Object.entries(cicp)) {
    assert.equal(await told(plain, chunk("cICP", ...codes)), "cICP", shown);
    assert.equal(await told(profiled, chunk("cICP", ...codes)), "cICP", shown);
    assert.equal(await told(plain, chunk("cICP", ...codes), chunk("sRGB", 0)), "cICP", shown);
  }
  assert.equal(await told(plain, linear), "gAMA", "229, 168, 122");
  assert.equal(await told(plain, chunk("gAMA", 50_000)), "gAMA", "206, 109, 55");
  assert.equal(await told(plain, gamma, chunk("cHRM", ...p3)), "gAMA and cHRM", "216, 93, 24");
});

test("of an AVIF the codes of the picture that is shown count, where it has no profile", async () => {
  // From `avifenc --grid 2x2 --cicp 1/13/6`.
  const tiles = await readFile(join(projectRoot, "tests/fixtures/tiles.avif"));
  const told = (codes: string, hasProfile = false) => {
    const bytes = Buffer.from(tiles);
    const [primaries = 0, transfer = 0] = codes.split("/").map(Number);
    const at = bytes.indexOf("colrnclx") + 8;
    bytes.writeUInt16BE(primaries, at);
    bytes.writeUInt16BE(transfer, at + 2);
    return otherColours(bytes, "avif", new Map(), hasProfile);
  };
  for (const codes of ["1/13", "2/2", "1/1", "1/6", "2/13"]) {
    assert.equal(told(codes), undefined, codes);
  }
  for (const codes of ["12/13", "9/16", "9/18", "9/1", "1/8", "6/6", "1/4"]) {
    assert.equal(told(codes), "nclx", codes);
    assert.equal(told(codes, true), undefined, `${codes} with a profile`);
  }
  // As sharp writes them.
  const bare = await flat(16, 16, "#c86432").avif({ effort: 0 }).toBuffer();
  assert.equal(bare.indexOf("colr"), -1);
  assert.equal(otherColours(bare, "avif", new Map(), false), undefined);
});
