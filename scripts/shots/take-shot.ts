import type { Browser } from "playwright-core";
import { awaitFonts } from "../browser/await-fonts.ts";
import { scrollThrough } from "../browser/scroll-through.ts";
import { unloadedImages } from "../browser/unloaded-images.ts";
import { type Shot, themes } from "./shot.ts";

/**
 * The whole page as a PNG: every picture loaded and decoded, the fonts there, nothing in motion.
 * Throws where a picture shows nothing.
 */
export async function takeShot(browser: Browser, url: string, shot: Shot): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: shot.window,
    deviceScaleFactor: 1,
    colorScheme: themes[shot.theme],
    reducedMotion: "reduce",
  });
  try {
    const page = await context.newPage();
    await awaitFonts(page);
    await page.goto(url);
    await scrollThrough(page);
    const broken = await unloadedImages(page);
    if (broken.length > 0) throw new Error(`${url} has pictures that show nothing: ${broken}`);
    await page.evaluate("document.fonts.ready.then(() => {})");
    await page.evaluate(backToStart);
    return await page.screenshot({ fullPage: true, animations: "disabled" });
  } finally {
    await context.close();
  }
}

// A string, since tsx adds calls to functions that the page does not have.
const backToStart = `(() => {
  for (const box of document.querySelectorAll("*")) {
    if (box.scrollTop !== 0 || box.scrollLeft !== 0) {
      box.scrollTo({ top: 0, left: 0, behavior: "instant" });
    }
  }
})()`;
