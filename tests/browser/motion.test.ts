import assert from "node:assert/strict";
import test, { after } from "node:test";
import type { Page } from "playwright-core";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";
import { oneOfEachKind } from "./probes/one-of-each-kind.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

/** The longest that anything may move, ms: the art direction of the site. */
const longest = 200;

/** What moves, or would on hover or focus, for longer than `limit` ms; and what scrolls smoothly. */
function motion(page: Page, limit: number, smooth: "allowed" | "not allowed"): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const milliseconds = (list) => Math.max(...list.split(",").map((time) =>
      Number.parseFloat(time) * (time.trim().endsWith("ms") ? 1 : 1000)));
    const found = [];
    for (const element of document.querySelectorAll("*")) {
      for (const pseudo of [null, "::before", "::after"]) {
        const style = getComputedStyle(element, pseudo);
        const say = (what) => found.push(element.outerHTML.slice(0, 60) + (pseudo ?? "") + " " + what);
        const transition = milliseconds(style.transitionDuration) + milliseconds(style.transitionDelay);
        if (transition > ${limit}) say("transition of " + transition + " ms");
        const endless = style.animationIterationCount === "infinite";
        const animation = milliseconds(style.animationDuration) + milliseconds(style.animationDelay);
        if (style.animationName !== "none" && (endless || animation > ${limit})) {
          say("animation of " + animation + " ms");
        }
        if (${smooth === "not allowed"} && style.scrollBehavior === "smooth") say("smooth scrolling");
      }
    }
    return found;
  })()`);
}

for (const { address } of oneOfEachKind(builtSite)) {
  test(`${address} moves for ${longest} ms at most, and not at all for those who want it so`, () =>
    stage.visit({ reducedMotion: "no-preference" }, async (page) => {
      await page.goto(stage.url(address));
      assertNoFaults(await motion(page, longest, "allowed"));
      await page.emulateMedia({ reducedMotion: "reduce" });
      assertNoFaults(await motion(page, 0, "not allowed"));
    }));
}

// `transition`: what the page that is come to says of the way there. https://drafts.csswg.org/css-view-transitions-2/
const watch = `addEventListener("pagereveal", ({ viewTransition }) => {
  globalThis.transition = viewTransition === null ? null : viewTransition.ready.then(() =>
    document.getAnimations()
      .filter(({ effect }) => effect.pseudoElement?.startsWith("::view-transition"))
      .map(({ effect }) => effect.getComputedTiming().endTime));
});`;

for (const reducedMotion of ["reduce", "no-preference"] as const) {
  test(`pages change over as the reader wants it: ${reducedMotion}`, () =>
    stage.visit({ reducedMotion }, async (page) => {
      await page.addInitScript(watch);
      await page.goto(stage.url("/"));
      await page.locator("header a[href$='/about/']").click();
      await page.waitForURL(stage.url("/about/"));
      // A page may have loaded before it is first shown.
      await page.waitForFunction("'transition' in globalThis");
      const times = await page.evaluate<number[] | null>("transition");
      if (reducedMotion === "reduce") return assert.equal(times, null);
      assert.ok(times && times.length > 0, "they change over by a view transition");
      for (const time of times) assert.ok(time > 0 && time <= longest, `${time} ms`);
    }));
}
