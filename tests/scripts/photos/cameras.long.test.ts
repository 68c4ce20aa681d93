// Photographs as cameras made them, from packages on npm, through the pipeline and against what Chromium
// makes of the same bytes: its own decoders, orientation and colour management, nothing of libvips.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";
import { promisify } from "node:util";
import sharp from "sharp";
import { launchBrowser, prepareBrowser } from "../../../scripts/browser/browser.ts";
import { plainName } from "../../../scripts/lib/files.ts";
import { checkPhotographs } from "../../../scripts/photos/check.ts";
import { cropOriginal, encoders } from "../../../scripts/photos/encode.ts";
import { renditionPictures } from "../../../scripts/photos/make.ts";
import { pictureModel, renditionCollector } from "../../../scripts/photos/picture.ts";
import { testTable } from "../../support/tables.ts";
import { renditionFormats, soundRecord } from "./pictures.ts";

/**
 * ΔE in OKLab, where 0.02 is just noticeable: of the conversion alone, and with what encoding changes. A
 * profile that is passed over is a mean of 0.004 to 0.05; beside black a level of 255 is 0.03.
 */
const limits = {
  converted: { mean: 0.002, worst: 0.01 },
  encoded: { mean: 0.012, worst: 0.08 },
};

const run = promisify(execFile);
const root = await mkdtemp(path.join(tmpdir(), "cameras-"));
const cache = path.join(root, ".cache/photos");
const photos = path.join(root, "assets/photos");
await mkdir(photos, { recursive: true });
prepareBrowser(console.log);
const browser = await launchBrowser();
const page = await browser.newPage();
after(async () => {
  await browser.close();
  await rm(root, { recursive: true, force: true });
});

testTable("cameras", { "a package": unpack, "a photograph": publish });

/** Fetches a package into the folder of its name; what is told is the hash of what came. */
async function unpack(name: string): Promise<string> {
  const packed = ["--json", "--fetch-retries=1", "--pack-destination", root];
  const packing = run("npm", ["pack", ...packed, name]);
  const { stdout } = await packing.catch((error: Error) =>
    assert.fail(
      `the photographs come from the npm registry, which is needed here: ${error.message}`,
    ),
  );
  const [{ filename, integrity }] = JSON.parse(stdout);
  const folder = path.join(root, name);
  await mkdir(folder, { recursive: true });
  await run("tar", ["-xzf", path.join(root, filename), "-C", folder, "--strip-components=1"]);
  return integrity;
}

/** `CAMERA: FILE` through all doors of the pipeline; what is told is its upright size. */
async function publish(row: string): Promise<string> {
  const [camera = "", file = ""] = row.split(": ");
  const original = await readFile(path.join(root, file));
  const { exif, orientation } = await sharp(original).metadata();
  assert.ok(exif?.includes(camera) || camera === `orientation ${orientation}`, "another camera");

  const name = plainName(path.parse(file).name.toLowerCase());
  await writeFile(path.join(photos, `${name}.jpg`), original);
  await writeFile(path.join(photos, `${name}.yaml`), soundRecord);
  const place = {
    source: "content/en/about.md",
    line: 1,
    column: 1,
    language: "en",
    slot: "article",
  } as const;
  const use = { ...place, written: `../../assets/photos/${name}.jpg`, alt: undefined };
  const { problems, photographs } = await checkPhotographs([use], root, cache);
  // Of small ones the check warns.
  assert.deepEqual(
    problems.filter(({ severity }) => severity === "error"),
    [],
  );
  const photograph = photographs.get(`assets/photos/${name}.jpg`);
  assert.ok(photograph);

  const { width, height } = photograph.original;
  const meant = await look(original, "image/jpeg");
  assert.deepEqual([width, height], [meant.width, meant.height]);
  const whole = await cropOriginal(original, { left: 0, top: 0, width, height }, { width, height });
  near(
    await look(await whole.png({ compressionLevel: 1 }).toBuffer(), "image/png"),
    meant,
    limits.converted,
  );

  const renditions = renditionCollector();
  pictureModel({ photograph, slot: "article", language: "en", base: "/", renditions });
  // One width of each format is enough to see colours, and the narrowest is made soonest.
  const narrow = renditionFormats.flatMap((format) => {
    const same = renditions.all().filter((each) => each.format === format);
    return same.sort((one, other) => one.width - other.width).slice(0, 1);
  });
  assert.equal(narrow.length, renditionFormats.length);
  const pictures = renditionPictures(narrow, root);
  for (const rendition of narrow) {
    const bytes = await pictures.find(({ key }) => key === rendition.key)?.make();
    assert.ok(bytes);
    const seen = await look(bytes, encoders[rendition.format].type);
    assert.deepEqual([seen.width, seen.height], [rendition.width, rendition.height]);
    const made = await sharp(bytes).metadata();
    const left = [made.exif, made.icc, made.xmp, made.iptc, made.orientation, made.comments];
    assert.ok(
      left.every((each) => each === undefined),
      `${rendition.name} has metadata`,
    );
    near(seen, meant, limits.encoded);
  }
  return `${width} × ${height}`;
}

type Look = { width: number; height: number; parts: number[][] };

/** A picture in Chromium: its upright size, and the mean colours in sRGB of 16 × 16 parts of it. */
async function look(bytes: Buffer, type: string): Promise<Look> {
  const address = `data:${type};base64,${bytes.toString("base64")}`;
  return page.evaluate<Look>(`(async () => {
    const image = new Image();
    image.src = "${address}";
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const sums = Array.from({ length: 256 }, () => [0, 0, 0, 0]);
    for (let at = 0; at < width * height; at++) {
      const row = Math.floor(((Math.floor(at / width) + 0.5) * 16) / height);
      const sum = sums[row * 16 + Math.floor(((at % width + 0.5) * 16) / width)];
      for (let channel = 0; channel < 4; channel++) sum[channel] += data[at * 4 + channel];
    }
    // All is opaque, so that the fourth sum is 255 a pixel.
    return { width, height, parts: sums.map(([r, g, b, all]) => [r / all, g / all, b / all]) };
  })()`);
}

function near(seen: Look, meant: Look, most: { mean: number; worst: number }): void {
  const apart = meant.parts.map((colour, at) => distance(colour, seen.parts[at] ?? []));
  const mean = apart.reduce((sum, each) => sum + each) / apart.length;
  const worst = Math.max(...apart);
  assert.ok(mean < most.mean && worst < most.worst, `colours are ${mean} apart, at most ${worst}`);
}

/** ΔE in OKLab, https://www.w3.org/TR/css-color-4/#color-difference-OK */
function distance(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [oklab(one), oklab(other)];
  return Math.hypot(...a.map((value, at) => value - (b[at] ?? 0)));
}

function oklab(srgb: readonly number[]): number[] {
  const [r = 0, g = 0, b = 0] = srgb.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
