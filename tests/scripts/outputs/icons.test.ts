import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import decodeIco from "decode-ico";
import { parseManifest } from "lighthouse/core/lib/manifest-parser.js";
import sharp from "sharp";
import { drawIcon, ico, webManifest } from "../../../scripts/outputs/icons.ts";
import { wildTexts } from "../../support/feeds.ts";
import { projectRoot } from "../../support/files.ts";
import { manifestWarnings } from "../../support/readers.ts";

const drawing = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><style>.s{display:none}</style><rect fill="#fff" width="64" height="64"/>${content}</svg>\n`;
const full = '<rect class="f" fill="#f00" x="16" y="16" width="32" height="32"/>';
const simple = '<rect class="s" fill="#00f" x="16" y="16" width="32" height="32"/>';

/** The colour at a place of the picture, given as parts of its side. */
async function colourAt(png: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 4;
  return [...data.subarray(at, at + 3)];
}

const white = [255, 255, 255];
const red = [255, 0, 0];
const blue = [0, 0, 255];

test("up to 32 pixels the simple strokes are drawn, above them the full ones", async () => {
  for (const size of [16, 32, 48, 512]) {
    const png = await drawIcon(drawing(full + simple), size);
    assert.deepEqual(await colourAt(png, 0.5, 0.5), size > 32 ? red : blue);
  }
});

test("it is drawn at its size, so edges stay sharp however large", async () => {
  const { data } = await sharp(await drawIcon(drawing(full), 512))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colours = new Set<string>();
  for (let at = 0; at < data.length; at += 4) colours.add(data.subarray(at, at + 4).join());
  assert.deepEqual(colours, new Set(["255,255,255,255", "255,0,0,255"]));
});

test("a margin has the colour of the drawing's edges, and the size stays", async () => {
  const png = await drawIcon(drawing(full), 100, 0.2);
  const { width, height } = await sharp(png).metadata();
  assert.deepEqual([width, height], [100, 100]);
  assert.deepEqual(await colourAt(png, 0.02, 0.02), white);
  // The square begins a quarter into the drawing, which begins at 20 of 100.
  assert.deepEqual(await colourAt(png, 0.33, 0.5), white);
  assert.deepEqual(await colourAt(png, 0.37, 0.5), red);
});

test("the site's own icon covers its square, and is the same every time", async () => {
  const svg = await readFile(path.join(projectRoot, "assets/icons/icon.svg"), "utf8");
  for (const size of [16, 32, 48, 180, 192, 512]) {
    const png = await drawIcon(svg, size);
    assert.ok((await sharp(png).stats()).isOpaque);
    assert.deepEqual(await drawIcon(svg, size), png);
  }
});

test("a reader of icons finds each picture as it was put in", async () => {
  const images = await Promise.all(
    [16, 48, 256].map(async (size) => {
      const background = { r: size % 200, g: 20, b: 30, alpha: 1 };
      const picture = sharp({ create: { width: size, height: size, channels: 4, background } });
      return { size, png: await picture.png().toBuffer() };
    }),
  );
  const read = decodeIco(ico(images));
  assert.deepEqual(
    read.map(({ type, width, height }) => [type, width, height]),
    images.map(({ size }) => ["png", size, size]),
  );
  for (const [index, { png }] of images.entries()) {
    assert.deepEqual(Buffer.from(read[index]?.data ?? []), png);
  }
});

const entry = {
  name: "利物浦—上海友好城市",
  shortName: "利物浦—上海",
  description: "两座城市",
  languageTag: "zh-Hans",
  home: "/twinning/zh/",
  colour: "#f8f4e9",
  icons: [{ src: "/twinning/icon.png", size: 512, purpose: "maskable" as const }],
};

const origin = "https://www.l-s-p.org.uk";
const address = `${origin}/twinning/zh/site.webmanifest`;
const page = `${origin}/twinning/zh/about/`;

test("a reader of manifests takes every member as it is meant", () => {
  const text = webManifest(entry);
  assert.deepEqual(manifestWarnings(text, address, page), []);
  const { value } = parseManifest(text, address, page);
  assert.equal(value?.start_url.value, `${origin}/twinning/zh/`);
  assert.equal(value?.display.value, "browser");
  const [icon] = value?.icons.value ?? [];
  assert.equal(icon?.value.src.value, `${origin}/twinning/icon.png`);
  assert.deepEqual(icon?.value.sizes.value, ["512x512"]);
});

test("names and descriptions of any text come back as they were", () => {
  for (const text of wildTexts(200)) {
    const written = webManifest({ ...entry, name: text, shortName: text, description: text });
    assert.deepEqual(manifestWarnings(written, address, page), []);
    const { name, short_name, description } = JSON.parse(written);
    assert.deepEqual([name, short_name, description], [text, text, text]);
  }
});
