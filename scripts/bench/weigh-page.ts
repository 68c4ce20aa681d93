import type { Browser, BrowserContextOptions } from "playwright-core";
import { awaitFirstPaint, scrollThrough, unloadedImages } from "../browser/pages.ts";
import type { Download } from "./download.ts";
import { holdFonts } from "./hold-fonts.ts";
import { watchDownloads } from "./watch-downloads.ts";
import { type LayoutShift, watchLayoutShifts } from "./watch-layout-shifts.ts";

/** What a first visit to a page costs. */
export interface PageWeight {
  /** Downloaded without scrolling. */
  firstView: readonly Download[];
  /** Downloaded after scrolling to the end and through all that scrolls sideways. */
  whole: readonly Download[];
  /** What moved meanwhile. */
  shifts: readonly LayoutShift[];
}

/** The window in which pages are weighed: a telephone. */
export const telephone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
};

// Two frames after the fonts: the page is laid out with them, and asks for the pictures near by.
const settled = `document.fonts.ready.then(() => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
}))`;
const icons = `[...document.querySelectorAll("link[rel~=icon]")].map(({ href }) => href)`;

/**
 * Visits a page with an empty cache and weighs what the browser really downloads. The fonts come
 * after the first paint, so that what moves when they are swapped in is seen.
 *
 * Icons are not counted: a browser fetches them when it likes, and some do not.
 */
export async function weighPage(
  browser: Browser,
  url: string,
  window: BrowserContextOptions = telephone,
): Promise<PageWeight> {
  const context = await browser.newContext(window);
  try {
    const page = await context.newPage();
    const downloads = watchDownloads(page);
    const shifts = await watchLayoutShifts(page);
    const releaseFonts = await holdFonts(page);

    await page.goto(url, { waitUntil: "commit" });
    await awaitFirstPaint(page);
    releaseFonts();
    await page.waitForLoadState("load");
    await page.evaluate(settled);
    const icon = await page.evaluate<string[]>(icons);
    const counted = async (): Promise<Download[]> =>
      (await downloads.settled()).filter((download) => !icon.includes(download.url));
    const firstView = await counted();

    await scrollThrough(page);
    const broken = await unloadedImages(page);
    if (broken.length > 0) throw new Error(`${url} has pictures that show nothing: ${broken}`);
    await page.evaluate(settled);
    return { firstView, whole: await counted(), shifts: await shifts() };
  } finally {
    await context.close();
  }
}
