import assert from "node:assert/strict";
import test from "node:test";
import type { Page } from "playwright-core";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { drawnUntil, oneOfEachKind } from "./probes.ts";

const stage = await openStage(builtSite);

const narrow = { viewport: { width: 390, height: 844 } };
const wide = { viewport: { width: 1280, height: 800 } };
const welcomes = oneOfEachKind.filter(({ kind }) => kind === "welcome");

interface Screen {
  id: string;
  left: number;
  right: number;
  top: number;
}

/** Where the two screens stand in the window, and how far they are and can be scrolled. */
async function look(page: Page) {
  const screens = await page.evaluate<Screen[]>(
    `[...document.querySelectorAll(".diptych > section")].map((screen) =>
      ({ id: screen.id, ...screen.getBoundingClientRect().toJSON() }))`,
  );
  const [first, second] = screens;
  assert.ok(first && second && screens.length === 2, "two screens");
  const [scrolled = 0, furthest = 0] = await page.evaluate<number[]>(
    `(({ scrollLeft, scrollWidth, clientWidth }) => [scrollLeft, scrollWidth - clientWidth])(
      document.querySelector(".diptych"))`,
  );
  return { first, second, scrolled, furthest };
}

/** Whether a screen is whole in the window from side to side. */
const isWhole = (id: string): string => `(() => {
  const { left, right } = document.getElementById("${id}").getBoundingClientRect();
  return left >= 0 && right <= document.documentElement.clientWidth;
})()`;

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
    stage.visit(address, narrow, async (page) => {
      const { first, second } = await look(page);
      assert.ok(first.left >= 0 && first.right <= 390, "the first screen is whole");
      const peep = 390 - second.left;
      assert.ok(peep >= 16 && peep <= 390 / 4, `${peep} px of the second screen peep in`);
      assert.ok(Math.abs(first.top - second.top) < 1, "they stand in a row");
    }));

  test(`${address} snaps to one screen or the other when swiped`, () =>
    stage.visit(address, narrow, async (page) => {
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
      stage.visit(address, { ...narrow, javaScriptEnabled }, async (page) => {
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
      stage.visit(address, { ...narrow, javaScriptEnabled }, async (page) => {
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

  test(`${address} shows the screens side by side on a wide window, Liverpool in the west`, () =>
    stage.visit(address, wide, async (page) => {
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
      stage.visit(address, window, async (page) => {
        const tree = await page.locator(".diptych").ariaSnapshot();
        const part = /^ *- '?((?:group|region|heading|img) ".*"(?: \[level=\d\])?)/gm;
        const [group, ...inside] = [...tree.matchAll(part)].map(([, one = ""]) => one);
        assert.ok(group?.startsWith("group"), tree);
        const names = inside.flatMap((one) => /^region (".*")/.exec(one)?.[1] ?? []);
        assert.equal(names.length, 2, tree);
        for (const [at, name] of names.entries()) {
          const own = inside.slice(3 * at, 3 * at + 3).sort();
          assert.equal(own[0], `heading ${name} [level=${at + 1}]`);
          assert.match(own[1] ?? "", /^img ".+"/);
          assert.equal(own[2], `region ${name}`);
        }
        assert.equal(inside.length, 6, tree);
      }));
  }
}
