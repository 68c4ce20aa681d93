import assert from "node:assert/strict";
import test, { after } from "node:test";
import type { Page } from "playwright-core";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

const homes = [
  { home: "/", contact: "/contact/" },
  { home: "/zh/", contact: "/zh/contact/" },
];
/** Where the focus is: the element's name, address and whether it is in `main`. */
const focus = `(({ localName, hash, pathname }) => ({
  localName, hash, pathname, inMain: document.activeElement.closest("main") !== null,
}))(document.activeElement)`;
interface Focus {
  localName: string;
  hash?: string;
  pathname?: string;
  inMain: boolean;
}

for (const { address, language } of builtSite.pages) {
  test(`${address} leads to the other language and back by clicking`, () =>
    stage.visit({}, async (page) => {
      await page.goto(stage.url(address));
      const before = page.url();
      const [here, there] = language === "zh" ? ["zh-Hans", "en-GB"] : ["en-GB", "zh-Hans"];
      await page.locator(`header a[hreflang="${there}"]`).click();
      assert.equal(await page.locator("html").getAttribute("lang"), there);
      await page.locator(`header a[hreflang="${here}"]`).click();
      assert.equal(page.url(), before);
    }));

  test(`${address} lets the keyboard skip to the main content`, () =>
    stage.visit({}, async (page) => {
      await page.goto(stage.url(address));
      await page.keyboard.press("Tab");
      const link = page.locator(":focus");
      const id = (await link.getAttribute("href")) ?? "";
      assert.match(id, /^#./);
      const box = await link.boundingBox();
      assert.ok(box && box.x >= 0 && box.y >= 0 && box.height > 1, "the skip link is in sight");
      await page.keyboard.press("Enter");
      assert.equal((await page.evaluate<Focus>(focus)).inMain, true);
    }));
}

for (const { home, contact } of homes) {
  test(`${home} leads to Contact by keyboard alone`, () =>
    stage.visit({}, async (page) => {
      await page.goto(stage.url(home));
      await tabTo(page, new URL(stage.url(contact)).pathname);
      await page.keyboard.press("Enter");
      await page.waitForURL(stage.url(contact));
      assert.equal(await page.locator("header [aria-current=page]").count(), 1);
    }));

  test(`${home} works with JavaScript off`, () =>
    stage.visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(stage.url(home));
      assert.ok(await page.locator("h1").isVisible());
      assert.ok(await page.locator("main img").first().isVisible());
      await page.locator(`header a[href$="${contact}"]`).first().click();
      await page.waitForURL(stage.url(contact));
      assert.ok(await page.locator("h1").isVisible());
    }));
}

/** Presses Tab until the focus is on a link to `pathname`; fails after the focus has left the header. */
async function tabTo(page: Page, pathname: string): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate<Focus>(focus);
    if (at.pathname === pathname && !at.inMain) return;
    seen.push(at.pathname ?? at.localName);
  }
  assert.fail(`${pathname} is not among the first places of the Tab key: ${seen.join(" ")}`);
}
