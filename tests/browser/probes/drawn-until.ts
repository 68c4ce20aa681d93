import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/**
 * Lets the browser draw, frame by frame, until `script` is true; fails with `hope` after 120 frames.
 * Works with scripts off too, when a page can wait for nothing itself.
 */
export async function drawnUntil(page: Page, script: string, hope: string): Promise<void> {
  for (let drawn = 0; drawn < 120; drawn += 1) {
    if (await page.evaluate<boolean>(script)) return;
    // A picture of the page is not taken before a frame is drawn.
    await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } });
  }
  assert.fail(`never happened: ${hope}`);
}
