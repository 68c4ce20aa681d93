import assert from "node:assert/strict";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { brotliCompressSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import {
  budgets,
  overBudget,
  sumBytes,
  telephone,
  watchLayoutShifts,
  weighPage,
} from "../../scripts/bench/weigh.ts";
import { launchBrowser } from "../../scripts/browser/browser.ts";
import { awaitFirstPaint } from "../../scripts/browser/pages.ts";
import { type FolderServer, serveFolder } from "../../scripts/browser/serve.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

for (const { address } of builtSite.pages) {
  // The search pages have a script of their own, which fetches its index when it is asked something.
  const scriptBytes = /^\/(?:zh\/)?search\/$/.test(address) ? budgets.searchScript : 0;

  test(`${address} keeps its budgets, of scripts too, and asks no other origin`, async (context) => {
    const weight = await weighPage(stage.browser, stage.url(address));
    assertNoFaults(overBudget(weight));
    const others = weight.whole.filter(({ url }) => new URL(url).origin !== stage.origin);
    assert.deepEqual(others, []);
    assert.ok(sumBytes(weight.whole, "script") <= scriptBytes);
    const markup = sumBytes(weight.whole, "document", "stylesheet");
    context.diagnostic(`HTML and CSS ${markup} B, whole page ${sumBytes(weight.whole)} B`);
  });

  test(`${address} stands still on a wide window when its fonts arrive`, async () => {
    const window = { viewport: { width: 1280, height: 800 } };
    const { shifts } = await weighPage(stage.browser, stage.url(address), window);
    assertNoFaults(overBudget({ firstView: [], whole: [], shifts }));
  });
}

const homes = builtSite.pages.filter(({ address }) => address === "/" || address === "/zh/");
for (const { address, tags } of homes) {
  test(`${address} is weighed with both its photographs, in AVIF, and its fonts`, async () => {
    assert.deepEqual(telephone, {
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
    });
    const { whole } = await weighPage(stage.browser, stage.url(address));
    const images = tags.filter(({ name }) => name === "img").slice(0, 2);
    for (const { attributes } of images) {
      const [photograph = ""] = /\/photos\/.+-(?=\d+\.)/.exec(attributes.src ?? "") ?? [];
      assert.notEqual(photograph, "");
      const found = whole.filter(({ url }) => url.includes(photograph));
      assert.deepEqual(
        found.map(({ url }) => url.replace(/^.*\./, "")),
        ["avif"],
      );
    }
    assert.ok(sumBytes(whole, "font") > 0);
    assert.ok(sumBytes(whole) <= budgets.whole);
  });
}

const browser = await launchBrowser();
after(() => browser.close());

const expectation = /<link[^>]*blocking[^>]*>/;
const paints = `performance.getEntriesByName("first-contentful-paint").length`;

/** Serves a page up to the middle of its header, and the rest when `finish` is called. */
async function openSlowly(html: string) {
  const cut = html.indexOf("</li>", html.indexOf("<nav"));
  let waiting: ServerResponse | undefined;
  const server = createServer((request, response) => {
    if (request.url !== "/") {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.write(html.slice(0, cut));
    waiting = response;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page: Page = await context.newPage();
  const shifts = await watchLayoutShifts(page);
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: "commit" });
  await page.locator("nav li").first().waitFor({ state: "attached" });
  return {
    page,
    shifts,
    finish: () => waiting?.end(html.slice(cut)),
    async [Symbol.asyncDispose]() {
      await context.close();
      server.close();
    },
  };
}

for (const file of ["index.html", "zh/index.html"]) {
  test(`the header of ${file} is painted in one piece, however slowly it comes`, async () => {
    const html = await readFile(path.join(builtSite.folder, file), "utf8");
    assert.match(html, expectation);
    await using ours = await openSlowly(html);
    await using unguarded = await openSlowly(html.replace(expectation, ""));
    await awaitFirstPaint(unguarded.page);
    assert.equal(await ours.page.evaluate(paints), 0);
    for (const { page, finish } of [ours, unguarded]) {
      finish();
      await page.waitForLoadState("load");
      await awaitFirstPaint(page);
    }
    const nameOf = (shifts: Awaited<ReturnType<typeof ours.shifts>>) =>
      shifts.map(({ value, moved }) => `${value.toFixed(4)} of ${moved}`);
    assert.notDeepEqual(nameOf(await unguarded.shifts()), []);
    assertNoFaults(nameOf(await ours.shifts()));
  });
}

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
let weighingBrowser: Browser;
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
  weighingBrowser = await launchBrowser();
});
after(async () => {
  await weighingBrowser?.close();
  await server?.close();
  await rm(folder, { recursive: true });
});

test("a page is weighed as sent, its far pictures only after scrolling there", async () => {
  const { firstView, whole } = await weighPage(weighingBrowser, `${server.origin}/`);
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
  const { shifts } = await weighPage(weighingBrowser, `${server.origin}/`);
  const moved = shifts.flatMap((shift) => shift.moved);
  assert.ok(moved.includes("p"), moved.join());
  assert.match(
    overBudget({ firstView: [], whole: [], shifts }).join(),
    /layout shift 0\.\d+ of .*p/,
  );
});

test("a page with a picture that shows nothing is not weighed as if it were whole", async () => {
  await assert.rejects(weighPage(weighingBrowser, `${server.origin}/broken.html`), /none\.png/);
});
