#!/bin/sh
# @11ty/eleventy 3.1.8 on Node 20.20.2: once it is imported, every dynamic import() in the process takes some ten times
# as long, even of a module that is loaded: it registers resolve hooks with module.register, which run in a thread
# of their own. A transform that imports a minifier for each page pays this ten thousand times (a fifth of a
# millisecond each). On Node 24 it uses module.registerHooks, and nothing gets slower.
# Expected: the import of what is loaded already to cost the same before and after.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --save-exact @11ty/eleventy@3.1.8 node@20.20.2
cat >run.mjs <<'JS'
import assert from "node:assert/strict";

const imports = async () => {
  const started = performance.now();
  for (let turn = 0; turn < 3000; turn += 1) await import("node:path");
  return performance.now() - started;
};

await imports();
const before = await imports();
await import("@11ty/eleventy");
await imports();
const after = await imports();
console.log(`${process.version}: ${(after / before).toFixed(1)} times as long`);
assert.equal(process.version, "v20.20.2");
assert.ok(after > 3 * before);
JS
./node_modules/.bin/node run.mjs
