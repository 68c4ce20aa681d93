import type { Page } from "playwright-core";

// A string, since tsx adds calls to functions that the page does not have. Not `decode()`: it fails
// where the window has just become wider and another file of the picture is on its way.
const script = `(async () => {
  const settled = (image) => image.complete || new Promise((resolve) => {
    image.addEventListener("load", resolve);
    image.addEventListener("error", resolve);
  });
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map(settled));
  await document.fonts.ready;
})()`;

/** Waits until every picture and every font of a page is there. Needs scripts to be on. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(script);
}
