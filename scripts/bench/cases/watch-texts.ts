import type { Page } from "playwright-core";

/** In ms: much longer than any build of the preview takes. */
const patience = 120_000;

// A string, since tsx adds calls to functions that the page does not have. After two frames, what
// was there is painted.
const script = `addEventListener("DOMContentLoaded", () => {
  requestAnimationFrame(() => requestAnimationFrame(() => showsText(document.body.innerText)));
});`;

/**
 * Watches what a page shows each time it is loaded.
 *
 * @returns a function that waits until it shows a text, and returns the moment, in ms of
 *   `performance.now()` here; it throws after two minutes
 */
export async function watchTexts(page: Page): Promise<(text: string) => Promise<number>> {
  let look: (shown: string) => void = () => {};
  await page.exposeFunction("showsText", (shown: string) => look(shown));
  await page.addInitScript(script);
  return (text) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`the browser did not show “${text}” in two minutes`)),
        patience,
      );
      look = (shown) => {
        if (!shown.includes(text)) return;
        clearTimeout(timer);
        resolve(performance.now());
      };
    });
}
