import assert from "node:assert/strict";
import test from "node:test";
import { kindOfFile, pngStructure } from "../../../scripts/photos/file-kinds.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { animatedPng, flat, mediaFile } from "./pictures.ts";

const place = { path: "content/en/about.md", line: 3, column: 1 };

function judge(bytes: Uint8Array | string): string {
  const kind = kindOfFile(Buffer.from(bytes as string, "latin1"), "a.jpg");
  if (kind.format !== undefined) return kind.format;
  const problem = kind.fault(place);
  return `${problem.rule}: ${problem.message}`;
}

test("accepts the five formats by their content, whatever the name", async () => {
  const picture = flat(4, 4, "#336699");
  assert.equal(judge(await picture.clone().jpeg().toBuffer()), "jpeg");
  assert.equal(judge(await picture.clone().png().toBuffer()), "png");
  assert.equal(judge(await picture.clone().webp().toBuffer()), "webp");
  assert.equal(judge(await picture.clone().tiff().toBuffer()), "tiff");
  assert.equal(judge(await picture.clone().avif().toBuffer()), "avif");
});

test("calls everything else by its name, even when it is named .jpg", async () => {
  const gif = await flat(4, 4, "#336699").gif().toBuffer();
  assert.match(judge(gif), /^photo-format: .*a GIF,/);
  assert.match(judge(mediaFile("heic", "mif1", "heic")), /^photo-heic: .*HEIC/);
  assert.match(judge(mediaFile("mif1", "mif1", "heic")), /^photo-heic/);
  assert.match(judge(mediaFile("avis", "avif", "avis")), /^photo-animated: .*animated AVIF/);
  assert.match(judge(mediaFile("mp42", "isom")), /^photo-format: .*film/);
  assert.match(judge("<svg xmlns='http://www.w3.org/2000/svg'/>"), /^photo-drawing: .*SVG/);
  assert.match(judge("<?xml version='1.0'?>\n<svg xmlns='x'/>"), /^photo-drawing/);
  assert.match(judge("\n<!DOCTYPE html><html><svg></svg>"), /^photo-html: .*HTML/);
  assert.match(
    judge("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"),
    /^photo-lfs-pointer: .*Git LFS/,
  );
  assert.match(judge("%PDF-1.7\n"), /a PDF document/);
  assert.match(judge("BM\x00\x00"), /a BMP bitmap/);
  assert.match(judge("II*\0\x10\0\0\0CR\x02\0"), /a camera's raw file/);
  assert.match(judge("alt: { en: A river }\n"), /a text file/);
  assert.match(judge("\x00\x01\x02\x03"), /unknown kind/);
});

test("says how to mend it in the same sentence", () => {
  const kind = kindOfFile(mediaFile("heic"), "assets/photos/a.jpg");
  assert.ok(kind.format === undefined);
  assert.match(
    formatProblem(kind.fault(place)),
    /^content\/en\/about\.md:3:1 {2}assets\/photos\/a\.jpg is a HEIC picture.* — export it as JPEG/,
  );
});

test("tells a still picture, an animation and a picture without its end apart", async () => {
  const still = await flat(8, 8, "#336699").png().toBuffer();
  assert.deepEqual(pngStructure(still), { animated: false, complete: true });
  assert.deepEqual(pngStructure(await animatedPng()), { animated: true, complete: true });
  // All pixels are there, which is enough for libpng.
  const cut = still.subarray(0, still.length - 12);
  assert.deepEqual(pngStructure(cut), { animated: false, complete: false });
});
