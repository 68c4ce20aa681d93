#!/bin/sh
# sharp 0.35.5 (libvips 8.18.7) takes the numbers of a TIFF of signed or 32-bit integers, or of grey in
# floating point, for 0 to 255 and publishes a wrong picture without a word. Seen for half of full scale,
# converted with toColourspace("srgb"):
#   RGB, 16 bits unsigned: 32768        → 128, 128, 128
#   RGB, 16 bits signed: 16384          → 255, 255, 255
#   RGB, 32 bits unsigned: 2147483648   → 0, 0, 0
#   grey, 32 bits floating point: 0.5   → 0, 0, 0
# Expected: the scale of the type (0 to 1 in floating point, as sharp takes it for RGB), or an error.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --save-exact sharp@0.35.5
cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import sharp from "sharp";

const [unsigned, signed, floating] = [1, 2, 3];

/** A TIFF of one row of two equal pixels, https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf */
function tiff(channels, bits, sampleFormat, sample) {
  const samples = Buffer.concat(Array(2 * channels).fill(sample));
  const fields = [
    [256, 4, [2]],
    [257, 4, [1]],
    [258, 3, Array(channels).fill(bits)],
    [259, 3, [1]],
    [262, 3, [channels === 3 ? 2 : 1]],
    [273, 4, [8]],
    [277, 3, [channels]],
    [278, 4, [1]],
    [279, 4, [samples.length]],
    [339, 3, Array(channels).fill(sampleFormat)],
  ];
  const head = Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0]);
  head.writeUInt32LE(8 + samples.length, 4);
  const directory = Buffer.alloc(2 + fields.length * 12 + 4);
  directory.writeUInt16LE(fields.length, 0);
  const more = [];
  const after = 8 + samples.length + directory.length;
  fields.forEach(([tag, type, values], index) => {
    const at = 2 + index * 12;
    directory.writeUInt16LE(tag, at);
    directory.writeUInt16LE(type, at + 2);
    directory.writeUInt32LE(values.length, at + 4);
    const bytes = Buffer.alloc(Math.max(4, values.length * 2));
    values.forEach((value, i) => (type === 3 ? bytes.writeUInt16LE(value, i * 2) : bytes.writeUInt32LE(value, 0)));
    if (bytes.length === 4) bytes.copy(directory, at + 8);
    else {
      directory.writeUInt32LE(after + Buffer.concat(more).length, at + 8);
      more.push(bytes);
    }
  });
  return Buffer.concat([head, samples, directory, ...more]);
}

function bytes(length, write) {
  const buffer = Buffer.alloc(length);
  write(buffer);
  return buffer;
}

const files = {
  "RGB, 16 bits unsigned": tiff(3, 16, unsigned, bytes(2, (b) => b.writeUInt16LE(32768))),
  "RGB, 16 bits signed": tiff(3, 16, signed, bytes(2, (b) => b.writeInt16LE(16384))),
  "RGB, 32 bits unsigned": tiff(3, 32, unsigned, bytes(4, (b) => b.writeUInt32LE(2 ** 31))),
  "grey, 32 bits floating point": tiff(1, 32, floating, bytes(4, (b) => b.writeFloatLE(0.5))),
};
for (const [name, file] of Object.entries(files)) {
  const pipeline = sharp(file, { failOn: "warning" }).toColourspace("srgb").raw({ depth: "uchar" });
  const { data } = await pipeline.toBuffer({ resolveWithObject: true });
  console.log(name, "→", [...data.subarray(0, 3)].join(", "));
  const isRight = Math.abs(data[0] - 128) <= 1;
  assert.equal(isRight, name === "RGB, 16 bits unsigned", name);
}
JS
node run.mjs
