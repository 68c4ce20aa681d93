import assert from "node:assert/strict";
import test, { after } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { unloadedImages } from "../../scripts/browser/pages.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

const windows = [
  { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
];
for (const { address } of builtSite.pages) {
  for (const window of windows) {
    test(`${address} loads whole and without complaint at ${window.viewport.width} px`, () =>
      stage.visit(window, async (page, faults) => {
        const response = await page.goto(stage.url(address));
        assert.equal(response?.status(), 200);
        assert.deepEqual(await unloadedImages(page), []);
        await page.waitForLoadState("networkidle");
        assertNoFaults(faults);
      }));
  }
}

test("an address that does not exist answers 404 with a page that loads whole", () =>
  stage.visit({}, async (page, faults) => {
    const address = stage.url("/no/such/page/");
    const response = await page.goto(address);
    assert.equal(response?.status(), 404);
    assert.equal(await page.locator("h1").count(), 1);
    assert.deepEqual(await unloadedImages(page), []);
    await page.waitForLoadState("networkidle");
    // The answer itself, and what the console says of it.
    assertNoFaults(faults.filter((fault) => !/^answer 404.*\/no\/such|status of 404/.test(fault)));
    assert.equal(faults.filter((fault) => fault.startsWith("answer")).length, 1);
  }));

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

for (const { address } of builtSite.pages) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [390, 1280]) {
      test(`${address} has no axe violation at ${width} px, ${colorScheme}`, () =>
        stage.visit(
          // Colours in the middle of a transition are nobody's to judge.
          { colorScheme, reducedMotion: "reduce", viewport: { width, height: 800 } },
          async (page) => {
            await page.goto(stage.url(address));
            const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
            assertNoFaults(
              violations.flatMap(({ id, help, nodes }) =>
                nodes.map(({ target, failureSummary }) => {
                  return `${id}: ${help}\n  ${target.join(" ")}\n  ${failureSummary}`;
                }),
              ),
            );
          },
        ));
    }
  }
}

/** What is to be seen of a feed. */
interface Seen {
  /** Names of the root's children that take up room. */
  shown: string[];
  entries: number;
  titles: string[];
  paper: string;
  overflow: number;
}

const look = `{
  const root = document.documentElement;
  const shown = [...root.children].filter((one) => one.getClientRects().length > 0);
  ({
    shown: shown.map(({ localName }) => localName),
    entries: document.getElementsByTagName("entry").length,
    titles: [...document.querySelectorAll("h2 a")].map(({ textContent }) => textContent.trim()),
    paper: getComputedStyle(root).backgroundColor,
    overflow: root.scrollWidth - root.clientWidth,
  });
}`;

for (const address of ["/feed.xml", "/zh/feed.xml"]) {
  test(`${address} opens as a page with its articles, and nothing of the feed around them`, async () => {
    await stage.visit({ viewport: { width: 320, height: 640 } }, async (page, faults) => {
      await page.goto(stage.url(address));
      const seen: Seen = await page.evaluate(look);
      assert.deepEqual(seen.shown, ["main"]);
      assert.ok(seen.entries > 0);
      assert.equal(seen.titles.filter((title) => title !== "").length, seen.entries);
      assert.notEqual(seen.paper, "rgba(0, 0, 0, 0)", "it has the paper of the site");
      assert.equal(seen.overflow, 0);
      assert.deepEqual(faults, []);
    });
  });
}

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
