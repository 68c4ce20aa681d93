#!/bin/sh
# sharp 0.35.5 (libvips 8.18.7) passes over what a PNG says of its colours by cICP, gAMA and cHRM and takes
# the numbers for sRGB, even where cICP outranks an embedded profile. An AVIF's nclx it passes over as well.
# Seen for 200, 100, 50, converted with toColourspace("srgb"); behind it what Chromium 156 shows:
#   PNG, cICP 12/13/0/1 (Display P3)     → 200, 100, 50    215, 93, 31
#   PNG, cICP 9/16/0/1 (BT.2100 PQ)      → 200, 100, 50    255, 0, 0
#   PNG, gAMA 100000 (linear)            → 200, 100, 50    229, 168, 122
#   PNG, gAMA 45455, cHRM of Display P3  → 200, 100, 50    216, 93, 24
#   AVIF, nclx 9/16/9 (BT.2100 PQ)       → 200, 100, 50    255, 0, 0
# Expected: converted as with an ICC profile, https://www.w3.org/TR/png-3/#color-chunk-precendence, or told
# in metadata(), which has no trace of them.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --save-exact sharp@0.35.5
cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";
import sharp from "sharp";

function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function chunk(name, data) {
  const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(name), data, Buffer.alloc(4)]);
  bytes.writeUInt32BE(data.length, 0);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4);
  return bytes;
}

function numbers(...values) {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32BE(value, index * 4));
  return bytes;
}

const png = (...chunks) =>
  Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])),
    ...chunks,
    chunk("IDAT", deflateSync(Buffer.from([0, 200, 100, 50]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);

// From avifenc 0.11.1, `--cicp 9/16/9`: 16 × 16 pixels of 200, 100, 50.
const avif = Buffer.from(
  "AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAAB0AAAAoaWluZgAAAAAAAQAAABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAABAAAAAQAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgQAMAAAAABNjb2xybmNseAAJABAACYAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAACVtZGF0EgAKCRgM/9ghIgEwgDIOGgATTTTEAACkoZqeGRA=",
  "base64",
);

const p3 = numbers(31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000);
const files = {
  "cICP 12/13/0/1": png(chunk("cICP", Buffer.from([12, 13, 0, 1]))),
  "cICP 9/16/0/1": png(chunk("cICP", Buffer.from([9, 16, 0, 1]))),
  "gAMA 100000": png(chunk("gAMA", numbers(100_000))),
  "gAMA 45455, cHRM of Display P3": png(chunk("gAMA", numbers(45_455)), chunk("cHRM", p3)),
  "nclx 9/16/9": avif,
};
for (const [name, file] of Object.entries(files)) {
  const { data } = await sharp(file).toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  const { space, hasProfile } = await sharp(file).metadata();
  const pixel = [...data.subarray(0, 3)];
  console.log(name, "→", pixel.join(", "), space, hasProfile);
  for (const [index, expected] of [200, 100, 50].entries()) {
    assert.ok(Math.abs(pixel[index] - expected) <= 2, name);
  }
  assert.deepEqual([space, hasProfile], ["srgb", false]);
}
JS
node run.mjs
