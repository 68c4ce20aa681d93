import assert from "node:assert/strict";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { overBudget, sumBytes, weighPage } from "../../scripts/bench/weigh.ts";
import { launchBrowser } from "../../scripts/browser/browser.ts";
import { type FolderServer, serveFolder } from "../../scripts/browser/serve.ts";

const font = createRequire(import.meta.url).resolve(
  "@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
);
const html = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<link rel="icon" href="icon.svg"><link rel="stylesheet" href="style.css"><title>t</title>
<h1>Fonts that are narrower or wider than what stood here before them</h1><p>below</p>
<div class="row"><img src="first.png" alt=""><img src="far-east.png" alt="" loading="lazy"></div>
<div class="tall"></div><img src="far-south.png" alt="" loading="lazy">
`;
const css = `@font-face { font-family: N; src: url(n.woff2); }
h1 { font: 3rem/1 N, monospace; } .tall { height: 20000px; }
.row { display: flex; overflow-x: auto; } .row img { flex: none; margin-right: 9000px; }
`;

const folder = await mkdtemp(path.join(tmpdir(), "weigh-"));
let server: FolderServer;
let browser: Browser;
before(async () => {
  await mkdir(path.join(folder, "script"));
  await writeFile(path.join(folder, "index.html"), html);
  await writeFile(path.join(folder, "style.css"), css);
  await writeFile(path.join(folder, "icon.svg"), `<svg xmlns="http://www.w3.org/2000/svg"/>`);
  for (const name of ["first", "far-east", "far-south"]) {
    const background = { r: name.length * 9, g: 0, b: 0 };
    const picture = sharp({ create: { width: 90, height: 90, channels: 3, background } });
    await picture.png().toFile(path.join(folder, `${name}.png`));
  }
  await copyFile(font, path.join(folder, "n.woff2"));
  const broken = `<!doctype html><title>t</title><p>x<img src="none.png" alt="">`;
  await writeFile(path.join(folder, "broken.html"), broken);
  server = await serveFolder(folder);
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true });
});

test("a page is weighed as sent, its far pictures only after scrolling there", async () => {
  const { firstView, whole } = await weighPage(browser, `${server.origin}/`);
  const names = (downloads: typeof whole): string[] =>
    downloads.map(({ url }) => url.slice(url.lastIndexOf("/") + 1)).sort();
  assert.deepEqual(names(firstView), ["", "first.png", "n.woff2", "style.css"]);
  assert.deepEqual(names(whole), [
    "",
    "far-east.png",
    "far-south.png",
    "first.png",
    "n.woff2",
    "style.css",
  ]);
  const sent = [html, css].map((text) => brotliCompressSync(text).length);
  assert.deepEqual([sumBytes(whole, "document"), sumBytes(whole, "stylesheet")], sent);
});

test("what moves when the fonts arrive is seen, and named", async () => {
  const { shifts } = await weighPage(browser, `${server.origin}/`);
  const moved = shifts.flatMap((shift) => shift.moved);
  assert.ok(moved.includes("p"), moved.join());
  assert.match(
    overBudget({ firstView: [], whole: [], shifts }).join(),
    /layout shift 0\.\d+ of .*p/,
  );
});

test("a page with a picture that shows nothing is not weighed as if it were whole", async () => {
  await assert.rejects(weighPage(browser, `${server.origin}/broken.html`), /none\.png/);
});
