import assert from "node:assert/strict";
import test, { after } from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { contrastRatio, siteTokens } from "../assets/styles/tokens.ts";
import { openStage } from "../support/browser.ts";
import { builtSite } from "../support/built-site.ts";
import { assertNoFaults } from "../support/site.ts";
import { oneOfEachKind } from "./probes.ts";

const stage = await openStage(builtSite);
after(() => stage.close());

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
  const faults = [...hidden];
  if (outline.style !== "solid" || outline.width < 3) {
    faults.push(`its outline is ${outline.style}, ${outline.width} px`);
  } else {
    if (outline.offset < 3) faults.push(`its outline is ${outline.offset} px away`);
    const contrast = contrastRatio(hexOf(outline.colour), hexOf(behind));
    if (contrast < 3) faults.push(`its outline on what is behind has ${contrast.toFixed(2)}:1`);
    // What shows on a photograph: a ring of paper as wide as the gap, and the outline next to it.
    const [, paper, spread] = /^(rgb\([^)]+\)) 0px 0px 0px (\d+)px$/.exec(inner) ?? [];
    if (!paper || Number(spread) < outline.offset) faults.push(`its inner ring is ${inner}`);
    else if (contrastRatio(hexOf(outline.colour), hexOf(paper)) < 3) {
      faults.push(`its outline does not stand out from its inner ring, ${paper}`);
    }
  }
  return faults.map((fault) => `${name}: ${fault}`);
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
for (const { address } of oneOfEachKind(builtSite)) {
  for (const window of windows) {
    const how = `${window.viewport.width} px, ${window.colorScheme}`;
    test(`${address} shows the focus all the way, in the order of the page, ${how}`, () =>
      stage.visit({ ...window, reducedMotion: "reduce" }, async (page) => {
        await page.goto(stage.url(address));
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

/** Links to go about the site that are under 44 px in either direction: WCAG 2.2, 2.5.5. */
const smallTargets = `[...document.querySelectorAll(
  "nav a, .language-switch, .cartouche, .pager a, .neighbours a, .screen-link a, .site-footer a",
)].filter((link) => link.checkVisibility()).flatMap((link) => {
  const { width, height } = link.getBoundingClientRect();
  return width >= 44 && height >= 44 ? [] : [link.outerHTML + " is " + width + " × " + height];
})`;

for (const { address } of builtSite.pages) {
  test(`${address} has navigation big enough for a thumb`, () =>
    stage.visit({}, async (page) => {
      await page.goto(stage.url(address));
      for (const { viewport } of windows) {
        await page.setViewportSize(viewport);
        assertNoFaults(await page.evaluate<string[]>(smallTargets));
      }
    }));
}

// No link lies on a photograph today; one that does tomorrow must not lose its focus there.
for (const colorScheme of ["light", "dark"] as const) {
  test(`a link on a photograph shows its focus, ${colorScheme}`, () =>
    stage.visit({ colorScheme, viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto(stage.url("/"));
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

const homes = [
  { home: "/", contact: "/contact/" },
  { home: "/zh/", contact: "/zh/contact/" },
];
/** Where the focus is: the element's name, address and whether it is in `main`. */
const focus = `(({ localName, hash, pathname }) => ({
  localName, hash, pathname, inMain: document.activeElement.closest("main") !== null,
}))(document.activeElement)`;
interface FocusedLink {
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
      assert.equal((await page.evaluate<FocusedLink>(focus)).inMain, true);
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
    const at = await page.evaluate<FocusedLink>(focus);
    if (at.pathname === pathname && !at.inMain) return;
    seen.push(at.pathname ?? at.localName);
  }
  assert.fail(`${pathname} is not among the first places of the Tab key: ${seen.join(" ")}`);
}
