import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

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
