#!/bin/sh
# sharp 0.35.5: each clone() of a pipeline that reads a Buffer holds a copy of the whole Buffer. Eight clones of 36 MB
# of pixels take 288 MB more; eight pipelines made of the same Buffer take nothing.
# Expected: the input shared, as its documentation calls a clone a snapshot that inherits the parent's input:
# https://sharp.pixelplumbing.com/api-constructor/#clone
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --save-exact sharp@0.35.5
cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import sharp from "sharp";

const raw = { width: 4000, height: 3000, channels: 3 };
const pixels = Buffer.alloc(raw.width * raw.height * raw.channels);
const megabytes = () => process.memoryUsage().arrayBuffers / 1e6;
const held = [];
const grown = (make) => {
  const before = megabytes();
  held.push(Array.from({ length: 8 }, make));
  return Math.round(megabytes() - before);
};

const own = grown(() => sharp(pixels, { raw }));
const parent = sharp(pixels, { raw });
const clones = grown(() => parent.clone());
console.log(`${pixels.length / 1e6} MB of pixels; eight pipelines: ${own} MB; eight clones: ${clones} MB`);
assert.ok(own < 10, "pipelines of their own share the Buffer");
assert.ok(clones > 7 * (pixels.length / 1e6), "each clone holds a copy");
JS
node run.mjs
