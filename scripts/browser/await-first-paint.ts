import type { Page } from "playwright-core";

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
