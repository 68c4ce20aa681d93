import assert from "node:assert/strict";
import { test } from "node:test";
import { pngStructure } from "../../../scripts/photos/png-structure.ts";
import { animatedPng, flat } from "./pictures.ts";

test("tells a still picture, an animation and a picture without its end apart", async () => {
  const still = await flat(8, 8, "#336699").png().toBuffer();
  assert.deepEqual(pngStructure(still), { animated: false, complete: true });
  assert.deepEqual(pngStructure(await animatedPng()), { animated: true, complete: true });
  // All pixels are there, which is enough for libpng.
  const cut = still.subarray(0, still.length - 12);
  assert.deepEqual(pngStructure(cut), { animated: false, complete: false });
});
