import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import test, { after } from "node:test";
import sharp from "sharp";
import { launchBrowser } from "../../scripts/browser/browser.ts";
import { launchFirefox } from "../../scripts/browser/firefox.ts";
import { headerTable } from "../../scripts/outputs/hosts/headers.ts";
import { pdf } from "../support/downloads.ts";
import { expectedHeaders } from "../support/hosts/headers.ts";

const headers = expectedHeaders(headerTable([], "/"), "downloads/programme.pdf");
const server = createServer((_request, response) => {
  response.writeHead(200, { ...Object.fromEntries(headers), "Content-Type": "application/pdf" });
  response.end(pdf);
}).listen(0, "127.0.0.1");
await once(server, "listening");
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/downloads/programme.pdf`;
const [chromium, firefox] = [await launchBrowser(), await launchFirefox()];
after(async () => {
  await chromium.close();
  await firefox.close();
  server.close();
});

/** Looks until a third of the window is red, as the page of the PDF is. A viewer is no page that could say when it is done. */
async function awaitRed(screenshot: () => Promise<Uint8Array>): Promise<void> {
  let share = 0;
  for (const end = Date.now() + 20_000; share < 0.33 && Date.now() < end; ) {
    const { data, info } = await sharp(await screenshot())
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    let red = 0;
    for (let at = 0; at < data.length; at += info.channels) {
      if ((data[at] ?? 0) > 250 && (data[at + 1] ?? 0) < 5 && (data[at + 2] ?? 0) < 5) red += 1;
    }
    share = red / (info.width * info.height);
  }
  assert.ok(share >= 0.33, `${share} of the window is red`);
}

test("Chromium shows a PDF with the headers that hosts are told", async () => {
  const page = await chromium.newPage({ viewport: { width: 400, height: 300 } });
  await page.goto(url);
  await awaitRed(() => page.screenshot());
});

test("Firefox does so, too", async () => {
  const page = await firefox.newPage();
  await page.setViewport({ width: 400, height: 300 });
  await page.goto(url);
  await awaitRed(() => page.screenshot());
});
