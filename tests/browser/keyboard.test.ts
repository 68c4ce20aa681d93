import assert from "node:assert/strict";
import test from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { contrastRatio, siteTokens } from "../assets/styles/tokens.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";
import { faultsAmong, oneOfEachKind } from "./probes.ts";

const stage = await openStage(builtSite);

/** Marks all that the Tab key should come to, in the order of the document; returns how many. */
const number = `(() => {
  const stops = [...document.querySelectorAll(
    "a[href], area[href], button, input, select, textarea, summary, iframe, [contenteditable], [tabindex]",
  )].filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility());
  stops.forEach((element, at) => { element.dataset.stop = at; });
  return stops.length;
})()`;

/** What the element in focus looks like, and what may hide it. */
interface Focus {
  stop: number | undefined;
  name: string;
  outline: { style: string; width: number; offset: number; colour: string };
  /** The colour of what lies behind. */
  behind: string;
  /** The ring in the gap between element and outline. */
  inner: string;
  /** What is wrong with where it is. */
  hidden: string[];
}
const inFocus = `(() => {
  const element = document.activeElement;
  if (element === document.body || element === null) return null;
  const style = getComputedStyle(element);
  const hidden = [];
  const ring = parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth);
  const box = element.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const beyond = (edge, ways) =>
    (ways.x && (box.left - ring < edge.left || box.right + ring > edge.right)) ||
    (ways.y && (box.top - ring < edge.top || box.bottom + ring > edge.bottom));
  if (beyond({ left: 0, top: 0, right: clientWidth, bottom: clientHeight }, { x: true, y: true })) {
    hidden.push("its ring leaves the window: " + JSON.stringify(box));
  }
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    const clips = { x: overflowX !== "visible", y: overflowY !== "visible" };
    if (beyond(at.getBoundingClientRect(), clips)) {
      hidden.push("its ring is clipped by ." + at.className);
    }
  }
  const [first] = element.getClientRects();
  const top = document.elementFromPoint(first.left + first.width / 2, first.top + first.height / 2);
  if (!element.contains(top)) hidden.push("something lies on it: " + top?.outerHTML.slice(0, 60));
  let behind = "rgba(0, 0, 0, 0)";
  for (let at = element.parentElement; at && behind === "rgba(0, 0, 0, 0)"; at = at.parentElement) {
    behind = getComputedStyle(at).backgroundColor;
  }
  return {
    stop: element.dataset.stop === undefined ? undefined : Number(element.dataset.stop),
    name: element.outerHTML.slice(0, 90),
    outline: {
      style: style.outlineStyle, width: parseFloat(style.outlineWidth),
      offset: parseFloat(style.outlineOffset), colour: style.outlineColor,
    },
    behind, inner: style.boxShadow, hidden,
  };
})()`;

function hexOf(computed: string): string {
  const channels = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(computed)?.slice(1);
  assert.ok(channels, `an opaque colour: ${computed}`);
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, "0")).join("")}`;
}

/** Why a focus cannot be seen; nothing where it can. */
function faultsOf({ name, outline, behind, inner, hidden }: Focus): string[] {
  // What shows on a photograph: a ring of paper as wide as the gap, and the outline next to it.
  const [, paper, spread] = /^(rgb\([^)]+\)) 0px 0px 0px (\d+)px$/.exec(inner) ?? [];
  const ring = hexOf(outline.colour);
  const faults = [
    ...hidden,
    ...(outline.style === "solid" && outline.width >= 3 ? [] : ["its outline is not seen"]),
    ...(outline.offset >= 3 ? [] : ["its outline is too near"]),
    ...(contrastRatio(ring, hexOf(behind)) >= 3 ? [] : ["its outline is like what is behind"]),
    ...(paper && Number(spread) >= outline.offset && contrastRatio(ring, hexOf(paper)) >= 3
      ? []
      : ["its inner ring does not fill the gap, or is like its outline"]),
  ];
  return faults.map((fault) => `${name}: ${fault}: ${JSON.stringify({ outline, behind, inner })}`);
}

/** Presses Tab until the focus leaves the page; fails if it does not. */
async function tabThrough(page: Page, stops: number): Promise<Focus[]> {
  const seen: Focus[] = [];
  for (let presses = 0; presses <= stops; presses += 1) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate<Focus | null>(inFocus);
    if (focus === null || seen[0]?.name === focus.name) return seen;
    seen.push(focus);
  }
  return assert.fail(`the focus is still on the page: ${seen.map(({ name }) => name).join("\n")}`);
}

const windows = [
  { viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
] as const;
for (const { address } of oneOfEachKind) {
  for (const window of windows) {
    const how = `${window.viewport.width} px, ${window.colorScheme}`;
    test(`${address} shows the focus all the way, in the order of the page, ${how}`, () =>
      stage.visit(address, { ...window, reducedMotion: "reduce" }, async (page) => {
        const stops = await page.evaluate<number>(number);
        const seen = await tabThrough(page, stops);
        assertNoFaults(seen.flatMap(faultsOf));
        assert.deepEqual(
          seen.map(({ stop }) => stop),
          Array.from({ length: stops }, (_, at) => at),
        );
      }));
  }
}

for (const { address } of builtSite.pages) {
  test(`${address} has navigation big enough for a thumb`, () =>
    stage.visit(address, {}, async (page) => {
      for (const { viewport } of windows) {
        await page.setViewportSize(viewport);
        // 44 px in both directions: WCAG 2.2, 2.5.5.
        const faults = await faultsAmong(
          page,
          "nav a, .language-switch, .cartouche, .pager a, .neighbours a, .screen-link a, .site-footer a",
          `if (isVisible && (box.width < 44 || box.height < 44)) say(box.width + " × " + box.height)`,
        );
        assertNoFaults(faults);
      }
    }));
}

// No link lies on a photograph today; one that does tomorrow must not lose its focus there.
for (const colorScheme of ["light", "dark"] as const) {
  test(`a link on a photograph shows its focus, ${colorScheme}`, () =>
    stage.visit("/", { colorScheme, viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.evaluate(`(() => {
        const link = document.createElement("a");
        link.href = "/";
        link.id = "probe";
        // Where the photograph's own box is does not matter here, so that all edges fall on pixels.
        link.style = "position: fixed; left: 100px; top: 100px; width: 80px; height: 40px; z-index: 1";
        const photo = document.images[0];
        photo.style = "position: fixed; inset: 0; width: 600px; height: 600px; max-height: none";
        document.querySelector(".skip-link").after(link);
        return photo.decode();
      })()`);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate("document.activeElement.id"), "probe");
      const clip = { x: 80, y: 80, width: 120, height: 80 };
      const { data, info } = await sharp(await page.screenshot({ clip }))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const pixel = (x: number, y: number): string =>
        `#${data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3).toString("hex")}`;
      const tokens = siteTokens();
      // The link is at 20–100 × 20–60 of the picture. From each edge outwards: paper, then outline.
      for (const [x, y, outX, outY] of [
        [19, 40, -1, 0],
        [100, 40, 1, 0],
        [60, 19, 0, -1],
        [60, 60, 0, 1],
      ] as const) {
        assert.equal(pixel(x + outX, y + outY), tokens.get("page")?.[colorScheme], "paper");
        assert.equal(pixel(x + 4 * outX, y + 4 * outY), tokens.get("focus")?.[colorScheme]);
      }
    }));
}

for (const { address } of oneOfEachKind) {
  test(`${address} lets the keyboard skip to the main content`, () =>
    stage.visit(address, {}, async (page) => {
      await page.keyboard.press("Tab");
      assert.match((await page.locator(":focus").getAttribute("href")) ?? "", /^#./);
      await page.keyboard.press("Enter");
      assert.equal(await page.locator("main:focus, main :focus").count(), 1);
    }));
}
