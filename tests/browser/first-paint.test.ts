import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import test, { after } from "node:test";
import type { Page } from "playwright-core";
import { watchLayoutShifts } from "../../scripts/bench/weigh.ts";
import { launchBrowser } from "../../scripts/browser/browser.ts";
import { awaitFirstPaint } from "../../scripts/browser/pages.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";

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
