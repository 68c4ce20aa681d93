#!/bin/sh
# sharp 0.35.5 (libvips 8.18.7) converts 16-bit colours with an ICC profile to Display P3 and writes the
# numbers without a profile, so that they are taken for sRGB; over the profile of 16-bit greys it passes.
# Seen for 200, 100, 50 in a PNG, converted with toColourspace("srgb"):
#   8 bits, profile of Display P3    → 215, 93, 32
#   16 bits, profile of Display P3   → 200, 100, 50
#   16 bits, profile of sRGB         → 187, 105, 61
# Chromium 156 shows 215, 93, 32 for both of Display P3, and 200, 100, 50 for sRGB.
# pipelineColourspace("srgb") has the profile read after 16 bits became 8, and then as it should be.
# Expected: what 8 bits give, without that.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --save-exact sharp@0.35.5
cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

function chunk(name, ...data) {
  const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(name), ...data, Buffer.alloc(4)]);
  bytes.writeUInt32BE(bytes.length - 12, 0);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4);
  return bytes;
}

const colour = [200, 100, 50];

function png(bits, profile) {
  // The same byte twice is 257 times its value.
  const pixel = bits === 16 ? colour.flatMap((value) => [value, value]) : colour;
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, bits, 2, 0, 0, 0])),
    chunk("iCCP", Buffer.from("icc\0\0"), deflateSync(profile)),
    chunk("IDAT", deflateSync(Buffer.from([0, ...pixel]))),
    chunk("IEND"),
  ]);
}

async function profileOf(name) {
  const tagged = sharp({ create: { width: 1, height: 1, channels: 3, background: "#fff" } });
  return (await sharp(await tagged.withIccProfile(name).png().toBuffer()).metadata()).icc;
}

async function shown(picture) {
  const bytes = await picture.toColourspace("srgb").png().toBuffer();
  return [...(await sharp(bytes).raw().toBuffer())];
}

for (const [bits, name, seen] of [
  [8, "p3", [215, 93, 32]],
  [16, "p3", [200, 100, 50]],
  [8, "srgb", [200, 100, 50]],
  [16, "srgb", [187, 105, 61]],
]) {
  const bytes = png(bits, await profileOf(name));
  const plain = await shown(sharp(bytes));
  const piped = await shown(sharp(bytes).pipelineColourspace("srgb"));
  console.log(bits, name, "→", plain.join(), "by pipelineColourspace", piped.join());
  assert.deepEqual(plain, seen);
  assert.deepEqual(piped, name === "p3" ? [215, 93, 32] : colour);
}
JS
node run.mjs
