import type { Page } from "playwright-core";

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
