import type { Page } from "playwright-core";

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
