import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { copyFile, cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import { brotliCompressSync } from "node:zlib";
import {
  budgets,
  overBudget,
  sumBytes,
  watchLayoutShifts,
  weighPage,
} from "../../scripts/bench/weigh.ts";
import { awaitFirstPaint } from "../../scripts/browser/pages.ts";
import { serveFolder } from "../../scripts/browser/serve.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { projectRoot } from "../support/files.ts";
import { assertNoFaults } from "../support/site.ts";

const stage = await openStage(builtSite);

// Pages of our own, of which is known what they weigh.
const fonts = path.join(builtSite.folder, "fonts");
const font = readdirSync(fonts).find((name) => name.startsWith("newsreader."));
assert.ok(font);
const pages = path.join(projectRoot, "tests/fixtures/weigh");
const folder = await mkdtemp(path.join(tmpdir(), "weigh-"));
await cp(pages, folder, { recursive: true });
await copyFile(path.join(fonts, font), path.join(folder, "n.woff2"));
const server = await serveFolder(folder);
after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

for (const { address } of builtSite.pages) {
  // The search pages have a script of their own, which fetches its index when it is asked something.
  const scriptBytes = /^\/(?:zh\/)?search\/$/.test(address) ? budgets.searchScript : 0;

  test(`${address} keeps its budgets, of scripts too, and takes AVIF, and asks no other origin`, async () => {
    const weight = await weighPage(stage.browser, stage.url(address));
    assertNoFaults(overBudget(weight));
    const urls = weight.whole.map(({ url }) => url);
    assertNoFaults(urls.filter((url) => !url.startsWith(`${stage.origin}/`)));
    assertNoFaults(urls.filter((url) => url.includes("/photos/") && !url.endsWith(".avif")));
    assert.ok(sumBytes(weight.whole, "script") <= scriptBytes);
  });

  test(`${address} stands still on a wide window when its fonts arrive`, async () => {
    const window = { viewport: { width: 1280, height: 800 } };
    const { shifts } = await weighPage(stage.browser, stage.url(address), window);
    assertNoFaults(overBudget({ firstView: [], whole: [], shifts }));
  });
}

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
  const context = await stage.browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
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

test("a page is weighed as sent, its far pictures only after scrolling there", async () => {
  const { firstView, whole } = await weighPage(stage.browser, `${server.origin}/`);
  const names = (downloads: typeof whole): string[] =>
    downloads.map(({ url }) => url.slice(url.lastIndexOf("/") + 1)).sort();
  assert.deepEqual(names(firstView), ["", "first.png", "n.woff2", "style.css"]);
  assert.deepEqual(
    names(whole).filter((name) => !names(firstView).includes(name)),
    ["far-east.png", "far-south.png"],
  );
  const sent = ["index.html", "style.css"].map(
    (file) => brotliCompressSync(readFileSync(path.join(pages, file))).length,
  );
  assert.deepEqual([sumBytes(whole, "document"), sumBytes(whole, "stylesheet")], sent);
});

test("what moves when the fonts arrive is seen, and named", async () => {
  const { shifts } = await weighPage(stage.browser, `${server.origin}/`);
  const moved = shifts.flatMap((shift) => shift.moved);
  assert.ok(moved.includes("p"), moved.join());
  assert.match(
    overBudget({ firstView: [], whole: [], shifts }).join(),
    /layout shift 0\.\d+ of .*p/,
  );
});

test("a page with a picture that shows nothing is not weighed as if it were whole", async () => {
  await assert.rejects(weighPage(stage.browser, `${server.origin}/broken.html`), /none\.png/);
});
