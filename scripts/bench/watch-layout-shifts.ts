import type { Page } from "playwright-core";

/** Something moved without the reader having done anything. */
export interface LayoutShift {
  /** Share of the window that moved, times how far: https://web.dev/articles/cls. */
  value: number;
  /** The elements that moved, as selectors. */
  moved: string[];
}

// Strings, since tsx adds calls to functions that the page does not have.
const observe = `(() => {
  const name = (node) => {
    const element = node?.nodeType === 1 ? node : node?.parentElement;
    return element ? [element.localName, ...element.classList].join(".") : "gone";
  };
  window.layoutShifts = [];
  window.layoutShiftObserver = new PerformanceObserver(note);
  function note(list) {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (!hadRecentInput) {
        layoutShifts.push({ value, moved: sources.map(({ node }) => name(node)) });
      }
    }
  }
  layoutShiftObserver.observe({ type: "layout-shift", buffered: true });
})()`;
const collect = `new Promise((resolve) => {
  // The shifts of a frame are told after it.
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(layoutShifts))));
})`;

/**
 * Notes whatever moves on the pages that `page` goes to from now on.
 *
 * @returns a function that gives what moved on the page that is open
 */
export async function watchLayoutShifts(page: Page): Promise<() => Promise<LayoutShift[]>> {
  await page.addInitScript(observe);
  return () => page.evaluate<LayoutShift[]>(collect);
}
