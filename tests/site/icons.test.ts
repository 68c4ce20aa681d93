import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import decodeIco from "decode-ico";
import sharp from "sharp";
import { builtSite } from "../support/site/built-site.ts";

const { folder, pages, prefix } = builtSite;

test("favicon.ico holds what tabs ask for", async () => {
  const pictures = decodeIco(await readFile(path.join(folder, "favicon.ico")));
  const sizes = await Promise.all(
    pictures.map(async ({ type, width, height, data }) => {
      assert.equal(type, "png");
      const inside = await sharp(data).metadata();
      assert.deepEqual([inside.width, inside.height], [width, height]);
      return `${width}x${height}`;
    }),
  );
  assert.deepEqual(sizes, ["16x16", "32x32", "48x48"]);
});

test("the icon for home screens of iOS has 180 pixels and nothing to see through", async () => {
  const icon = sharp(path.join(folder, "apple-touch-icon.png"));
  const { width, height } = await icon.metadata();
  assert.deepEqual([width, height], [180, 180]);
  assert.ok((await icon.stats()).isOpaque);
});

test("every page names its icons, and the colours of the frame around it", () => {
  for (const { address, tags } of pages) {
    const touch = tags.find(({ attributes }) => attributes.rel === "apple-touch-icon");
    assert.equal(touch?.attributes.href, `${prefix}apple-touch-icon.png`, address);
    const frames = tags.filter(({ attributes }) => attributes.name === "theme-color");
    assert.deepEqual(
      frames.map(({ attributes }) => attributes.media?.replaceAll(" ", "")),
      ["(prefers-color-scheme:light)", "(prefers-color-scheme:dark)"],
      address,
    );
  }
});
