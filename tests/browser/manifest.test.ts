import assert from "node:assert/strict";
import test, { after } from "node:test";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

for (const [address, file] of [
  ["/contact/", "/site.webmanifest"],
  ["/zh/contact/", "/zh/site.webmanifest"],
] as const) {
  test(`the browser reads the manifest of ${address} without a complaint`, () =>
    stage.visit({}, async (page) => {
      await page.goto(stage.url(address));
      const session = await page.context().newCDPSession(page);
      const { url, data, errors } = await session.send("Page.getAppManifest");
      assert.equal(url, stage.url(file));
      assert.deepEqual(errors, []);
      assert.ok(data);
    }));
}
