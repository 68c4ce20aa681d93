import type { Page } from "playwright-core";

/** A page of any engine, whatever drives it. */
export interface AnyPage {
  evaluate: <T>(script: string) => Promise<T>;
}

// Not waitForFunction, whose strings the policy of the page does not let run.
const painted = `new Promise((resolve) => {
  const isPainted = (list) => list.getEntriesByName("first-contentful-paint").length > 0;
  new PerformanceObserver((list) => { if (isPainted(list)) resolve(); })
    .observe({ type: "paint", buffered: true });
})`;

/** Waits until a page has painted something of what it holds. */
export async function awaitFirstPaint(page: Page): Promise<void> {
  await page.evaluate(painted);
}

/**
 * Makes a page wait for its fonts. Readers are shown a page without the fonts that come late, and on a
 * busy machine any of them may; who looks at the design wants to see it with them.
 */
export async function awaitFonts(page: Page): Promise<void> {
  const isPage = ({ pathname }: URL) => /(\/|\.html)$/.test(pathname);
  await page.route(isPage, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const body = html
      .replaceAll("font-display:optional", "font-display:block")
      // Its hash is that of the styles as they were.
      .replace(/<meta http-equiv="?Content-Security-Policy[^>]*>/, "");
    await route.fulfill({ response, body });
  });
}

// A string, since tsx adds calls to functions that the page does not have.
const script = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve()));
  const through = async (box, axis, size, whole) => {
    const start = box[axis];
    for (let at = 0; at < whole; at += size) {
      box.scrollTo({ [axis === "scrollTop" ? "top" : "left"]: at, behavior: "instant" });
      await frame();
      await frame();
    }
    box.scrollTo({ [axis === "scrollTop" ? "top" : "left"]: start, behavior: "instant" });
  };
  const root = document.scrollingElement;
  await through(root, "scrollTop", innerHeight / 2, root.scrollHeight);
  for (const box of document.querySelectorAll("body *")) {
    if (box.scrollWidth <= box.clientWidth) continue;
    if (!/auto|scroll/.test(getComputedStyle(box).overflowX)) continue;
    box.scrollIntoView({ block: "center", behavior: "instant" });
    await through(box, "scrollLeft", box.clientWidth, box.scrollWidth);
  }
  root.scrollTo({ top: 0, behavior: "instant" });
  await frame();
})()`;

/**
 * Scrolls through a page as a reader would: down to its end, then sideways through every box that
 * scrolls, and back.
 */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(script);
}

// A string, since tsx adds calls to functions that the page does not have.
const imagesScript = `(async () => {
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
export function unloadedImages(page: AnyPage): Promise<string[]> {
  return page.evaluate<string[]>(imagesScript);
}
