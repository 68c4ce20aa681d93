import type { Page } from "playwright-core";

/**
 * Lets no font through to the pages that `page` goes to from now on, as on a slow connection,
 * until the returned function is called.
 */
export async function holdFonts(page: Page): Promise<() => void> {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(
    (url) => url.pathname.endsWith(".woff2"),
    async (route) => {
      await released;
      await route.continue();
    },
  );
  return release;
}
