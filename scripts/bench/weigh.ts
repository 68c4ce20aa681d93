import type { Browser, BrowserContextOptions, Page, Request } from "playwright-core";
import { awaitFirstPaint, scrollThrough, unloadedImages } from "../browser/pages.ts";

/** What a first visit to a page costs. */
interface PageWeight {
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
  await using context = await browser.newContext(window);
  const page = await context.newPage();
  const downloads = watchDownloads(page);
  const shifts = await watchLayoutShifts(page);
  let releaseFonts = (): void => {};
  const released = new Promise<void>((resolve) => {
    releaseFonts = resolve;
  });
  await page.route(/\.woff2$/, async (route) => {
    await released;
    await route.continue();
  });

  await page.goto(url, { waitUntil: "commit" });
  await awaitFirstPaint(page);
  releaseFonts();
  await page.waitForLoadState("load");
  await page.evaluate(settled);
  const icon = await page.evaluate<string[]>(icons);
  const counted = async (): Promise<Download[]> =>
    (await downloads()).filter((download) => !icon.includes(download.url));
  const firstView = await counted();

  await scrollThrough(page);
  const broken = await unloadedImages(page);
  if (broken.length > 0) throw new Error(`${url} has pictures that show nothing: ${broken}`);
  await page.evaluate(settled);
  return { firstView, whole: await counted(), shifts: await shifts() };
}

/**
 * Notes everything that `page` downloads from now on.
 *
 * @returns a function that waits for whatever is under way; it throws where something could not be
 * downloaded
 */
function watchDownloads(page: Page): () => Promise<Download[]> {
  const underWay: Promise<Download>[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith("data:")) return;
    const download = finished(request);
    // Told by the function below; until then nobody waits for it.
    download.catch(() => {});
    underWay.push(download);
  });
  return async () => {
    let downloads: Download[] = [];
    do {
      downloads = await Promise.all(underWay);
    } while (downloads.length < underWay.length);
    return downloads;
  };
}

async function finished(request: Request): Promise<Download> {
  // Resolves at the end of the body; null where there is none.
  const response = await request.response();
  const fault = response ? await response.finished() : request.failure();
  if (!response || fault) throw new Error(`could not be downloaded: ${request.url()}`);
  const { responseBodySize } = await request.sizes();
  return { url: request.url(), kind: request.resourceType(), bytes: responseBodySize };
}

/** Something that the browser downloaded for a page. */
interface Download {
  url: string;
  /** As the browser names it: `document`, `stylesheet`, `image`, `font`, `script`, … */
  kind: string;
  /** Of the body, as it was sent: compressed if it was. */
  bytes: number;
}

/** Something moved without the reader having done anything. */
interface LayoutShift {
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

/**
 * The most that a page may cost at 390 px and DPR 2: bytes of the bodies, text in Brotli. In bytes
 * and not in time, so that no busy machine can break them.
 */
export const budgets = {
  /** HTML and CSS together: what the first ten packets of a new connection hold, RFC 6928. */
  markup: 14_000,
  fonts: 60_000,
  /** The script of the search pages, the only ones with any. */
  searchScript: 2_500,
  /** Everything, after scrolling through. */
  whole: 130_000,
  /** None, as far as Lighthouse shows it: less than what it would round up to 0.001. */
  layoutShift: 0.0005,
} as const;

/** What of a page's weight is over its budget, a sentence each. */
export function overBudget({ firstView, whole, shifts }: PageWeight): string[] {
  const faults: string[] = [];
  const weigh = (what: string, bytes: number, budget: number): void => {
    if (bytes > budget) faults.push(`${what}: ${bytes} B, the budget is ${budget} B`);
  };
  weigh("HTML and CSS", sumBytes(firstView, "document", "stylesheet"), budgets.markup);
  weigh("fonts", sumBytes(whole, "font"), budgets.fonts);
  weigh("whole page", sumBytes(whole), budgets.whole);
  const shift = shifts.reduce((sum, { value }) => sum + value, 0);
  if (shift >= budgets.layoutShift) {
    const moved = new Set(shifts.flatMap((each) => each.moved));
    faults.push(`layout shift ${shift.toFixed(4)} of ${[...moved].join(", ")}`);
  }
  return faults;
}

/** The bytes of all `downloads`, or of those of the named kinds. */
export function sumBytes(downloads: readonly Download[], ...kinds: string[]): number {
  return downloads
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .reduce((sum, { bytes }) => sum + bytes, 0);
}
