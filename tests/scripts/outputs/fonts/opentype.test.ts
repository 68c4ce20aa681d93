import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import test from "node:test";
import { unpackFont } from "../../../../scripts/outputs/fonts/fonts.ts";
import { fontMetrics } from "../../../../scripts/outputs/fonts/opentype.ts";

const newsreader = await readFile(
  createRequire(import.meta.url).resolve(
    "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
  ),
);

test("Newsreader's own figures: 1,470 above and 530 below of 2,000 units, no gap", async () => {
  const { ascent, descent, lineGap } = fontMetrics(await unpackFont(newsreader));
  assert.deepEqual({ ascent, descent, lineGap }, { ascent: 0.735, descent: 0.265, lineGap: 0 });
});

test("heavier is wider", async () => {
  const regular = fontMetrics(await unpackFont(newsreader, { wght: 400 })).averageWidth;
  const semibold = fontMetrics(await unpackFont(newsreader, { wght: 600 })).averageWidth;
  assert.ok(regular > 0.41 && regular < 0.43);
  assert.ok(semibold > regular && semibold < 0.46);
});
