import type { Page } from "playwright-core";

// A string, since tsx adds calls to functions that the page does not have.
const script = `(async () => {
  const settled = (image) => image.complete || new Promise((resolve) => {
    image.addEventListener("load", resolve);
    image.addEventListener("error", resolve);
  });
  for (const image of document.images) {
    image.scrollIntoView({ block: "center", behavior: "instant" });
    await settled(image);
    if (image.naturalWidth > 0) await image.decode();
  }
  return [...document.images].filter((image) => image.naturalWidth === 0).map(({ src }) => src);
})()`;

/**
 * Scrolls to every image of a page as a reader would, and waits until it is decoded.
 *
 * @returns the addresses of those that show nothing
 */
export function unloadedImages(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(script);
}
