import assert from "node:assert/strict";
import test, { after } from "node:test";
import type { Page } from "playwright-core";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { drawnUntil, frames, oneOfEachKind, settle } from "./probes.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

const narrow = { viewport: { width: 390, height: 844 } };
const wide = { viewport: { width: 1280, height: 800 } };
const welcomes = oneOfEachKind(builtSite).filter(({ kind }) => kind === "welcome");

/** Where the two screens stand in the window, and how far they are scrolled. */
interface Screens {
  scrolled: number;
  furthest: number;
  screens: { id: string; left: number; right: number; top: number; bottom: number }[];
}
const where = `(() => {
  const diptych = document.querySelector(".diptych");
  return {
    scrolled: diptych.scrollLeft,
    furthest: diptych.scrollWidth - diptych.clientWidth,
    screens: [...diptych.querySelectorAll(":scope > section")].map((screen) => {
      const { left, right, top, bottom } = screen.getBoundingClientRect();
      return { id: screen.id, left, right, top, bottom };
    }),
  };
})()`;
/** Whether a screen is whole in the window from side to side. */
const isWhole = (id: string): string => `(() => {
  const { left, right } = document.getElementById("${id}").getBoundingClientRect();
  return left >= 0 && right <= document.documentElement.clientWidth;
})()`;

/** Where the screens stand, of which there must be two. */
async function look(page: Page) {
  const { screens, ...rest } = await page.evaluate<Screens>(where);
  const [first, second] = screens;
  assert.ok(first && second && screens.length === 2, "two screens");
  return { first, second, ...rest };
}

/** Turns the wheel sideways over the diptych; returns when it has come to rest. */
async function swipe(page: Page, by: number): Promise<void> {
  await page.locator(".diptych").hover({ position: { x: 150, y: 200 } });
  const rest = page.evaluate(`new Promise((resolve) => {
    document.querySelector(".diptych").addEventListener("scrollend", () => resolve(), { once: true });
  })`);
  await page.mouse.wheel(by, 0);
  await rest;
}

for (const { address } of welcomes) {
  test(`${address} shows one screen on a narrow window, with the second peeping in`, () =>
    stage.visit(narrow, async (page) => {
      await page.goto(stage.url(address));
      const { first, second } = await look(page);
      assert.ok(first.left >= 0 && first.right <= 390, "the first screen is whole");
      const peep = 390 - second.left;
      assert.ok(peep >= 16 && peep <= 390 / 4, `${peep} px of the second screen peep in`);
      assert.ok(Math.abs(first.top - second.top) < 1, "they stand in a row");
    }));

  test(`${address} snaps to one screen or the other when swiped`, () =>
    stage.visit(narrow, async (page) => {
      await page.goto(stage.url(address));
      await swipe(page, 40);
      assert.ok((await look(page)).scrolled <= 1, "a small swipe falls back");
      await swipe(page, 280);
      const there = await look(page);
      assert.ok(there.second.left >= 0 && there.second.right <= 390, "the second screen is whole");
      await swipe(page, -280);
      assert.ok((await look(page)).scrolled <= 1, "and back");
    }));

  for (const javaScriptEnabled of [true, false]) {
    const script = javaScriptEnabled ? "on" : "off";
    test(`${address} leads to the other screen and back by links, scripts ${script}`, () =>
      stage.visit({ ...narrow, javaScriptEnabled }, async (page) => {
        await page.goto(stage.url(address));
        const { first, second } = await look(page);
        await page.locator(`#${first.id} a[href="#${second.id}"]`).click();
        await drawnUntil(page, isWhole(second.id), "the second screen is whole");
        const shown = await look(page);
        assert.ok(shown.second.top >= 0 && shown.second.top < 844 / 2, "its top is in sight");
        assert.ok(shown.second.left > 0, "a slice of the first screen stays in sight");
        await page.locator(`#${second.id} a[href="#${first.id}"]`).click();
        await drawnUntil(page, isWhole(first.id), "the first screen is whole again");
      }));

    test(`${address} moves between the screens by the arrow keys, scripts ${script}`, () =>
      stage.visit({ ...narrow, javaScriptEnabled }, async (page) => {
        await page.goto(stage.url(address));
        // The first place of the Tab key that is the diptych or in it.
        const inside = `document.activeElement.closest(".diptych") !== null`;
        for (let presses = 0; presses < 20 && !(await page.evaluate(inside)); presses += 1) {
          await page.keyboard.press("Tab");
        }
        assert.ok(await page.evaluate(inside), "Tab comes to the diptych");
        const { first, second } = await look(page);
        await page.keyboard.press("ArrowRight");
        await drawnUntil(page, isWhole(second.id), "the second screen is whole");
        await page.keyboard.press("ArrowLeft");
        await drawnUntil(page, isWhole(first.id), "the first screen is whole again");
      }));
  }

  test(`${address} brings a screen into sight when the focus comes to a link in it`, () =>
    stage.visit({ ...narrow, reducedMotion: "reduce" }, async (page) => {
      await page.goto(stage.url(address));
      const { first, second } = await look(page);
      await page.locator(`#${first.id} a[href="#${second.id}"]`).focus();
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(`document.activeElement.closest("#${second.id}") !== null`));
      await drawnUntil(page, isWhole(second.id), "the second screen is whole");
    }));

  for (const window of [narrow, wide]) {
    test(`${address} moves nothing by itself at ${window.viewport.width} px`, () =>
      stage.visit(window, async (page) => {
        await page.goto(stage.url(address));
        await settle(page);
        const positions = await frames<Screens>(page, 40, where);
        assert.deepEqual(positions, Array(40).fill(positions[0]));
        assert.equal(await page.evaluate("document.getAnimations().length"), 0);
      }));
  }

  test(`${address} shows the screens side by side on a wide window, Liverpool in the west`, () =>
    stage.visit(wide, async (page) => {
      await page.goto(stage.url(address));
      const { first, second, furthest } = await look(page);
      assert.deepEqual([first.id, second.id], ["liverpool", "shanghai"]);
      assert.ok(first.right <= second.left && second.right <= 1280, "side by side");
      assert.ok(Math.abs(first.top - second.top) < 1, "the same top edge");
      const widths = [first.right - first.left, second.right - second.left];
      assert.ok(Math.abs((widths[0] ?? 0) - (widths[1] ?? 0)) < 2, `as wide: ${widths}`);
      assert.equal(furthest, 0, "nothing to scroll");
      const photos = page.locator(".diptych img");
      const [left, right] = [await photos.first().boundingBox(), await photos.last().boundingBox()];
      assert.ok(left && right && Math.abs(left.y - right.y) < 1, "the photographs line up");
      assert.ok(Math.abs(left.height - right.height) < 1, "the photographs are as high");
    }));

  for (const window of [narrow, wide]) {
    test(`${address} is a named group of two named regions at ${window.viewport.width} px`, () =>
      stage.visit(window, async (page) => {
        await page.goto(stage.url(address));
        const name = await page.locator(".diptych").getAttribute("aria-label");
        assert.ok(name, "the diptych has a name");
        const group = page.getByRole("group", { name, exact: true });
        const headings = group.getByRole("heading");
        assert.equal(await headings.count(), 2);
        assert.equal(await group.getByRole("heading", { level: 1 }).count(), 1);
        assert.equal(
          await headings
            .last()
            .and(group.getByRole("heading", { level: 2 }))
            .count(),
          1,
        );
        const regions = group.getByRole("region");
        assert.equal(await regions.count(), 2);
        for (const at of [0, 1]) {
          const title = ((await headings.nth(at).textContent()) ?? "").replace(/\s+/g, " ");
          const named = group.getByRole("region", { name: title, exact: true });
          assert.equal(await named.count(), 1, `a region is called ${title}`);
          assert.equal(await named.locator(":is(h1, h2)").textContent(), title);
          assert.equal(await named.getByRole("img").count(), 1);
        }
      }));
  }
}
