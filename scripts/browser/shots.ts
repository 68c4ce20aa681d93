import { existsSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { fileOfAddress, languageAt, withPrefix } from "../lib/addresses.ts";
import { runBounded } from "../lib/files.ts";
import type { Language } from "../lib/languages.ts";
import type { Progress } from "../site/site-file.ts";
import { launchBrowser } from "./browser.ts";
import { awaitFonts, scrollThrough, unloadedImages } from "./pages.ts";
import { serveFolder } from "./serve.ts";

/** The shots of the pages at `addresses`: each in every window, by day and by night. */
export function planShots(addresses: readonly string[]): Shot[] {
  return addresses.flatMap((address) => {
    const language = languageAt(address);
    const page =
      address
        .replace(/^\/zh\//, "/")
        .replace(/\.html$/, "")
        .replace(/^\/|\/$/g, "")
        .replaceAll("/", "-") || "welcome";
    return (["day", "night"] as const).flatMap((theme) =>
      shotWindows.map((window): Shot => {
        const name = `${language}-${page}-${window.width}-${theme}.png`;
        return { address, language, page, window, theme, name };
      }),
    );
  });
}

/** The windows of the shots, from a telephone to a large screen, in CSS pixels. */
export const shotWindows = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/** The two themes, and what a browser calls them. */
const themes = { day: "light", night: "dark" } as const;

/** A screenshot to take. */
export interface Shot {
  /** From the site's root, without the prefix: `/zh/about/`. */
  address: string;
  language: Language;
  /** The page's name, the same in both languages: `about`, `news-culture-day`. */
  page: string;
  window: (typeof shotWindows)[number];
  theme: keyof typeof themes;
  /** Of the file: `zh-about-1280-night.png`. */
  name: string;
}

/**
 * The whole page as a PNG: every picture loaded and decoded, the fonts there, nothing in motion.
 * Throws where a picture shows nothing.
 */
async function takeShot(browser: Browser, url: string, shot: Shot): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: shot.window,
    deviceScaleFactor: 1,
    colorScheme: themes[shot.theme],
    reducedMotion: "reduce",
  });
  try {
    const page = await context.newPage();
    await awaitFonts(page);
    await page.goto(url);
    await scrollThrough(page);
    const broken = await unloadedImages(page);
    if (broken.length > 0) throw new Error(`${url} has pictures that show nothing: ${broken}`);
    await page.evaluate("document.fonts.ready.then(() => {})");
    await page.evaluate(backToStart);
    return await page.screenshot({ fullPage: true, animations: "disabled" });
  } finally {
    await context.close();
  }
}

// A string, since tsx adds calls to functions that the page does not have.
const backToStart = `(() => {
  for (const box of document.querySelectorAll("*")) {
    if (box.scrollTop !== 0 || box.scrollLeft !== 0) {
      box.scrollTo({ top: 0, left: 0, behavior: "instant" });
    }
  }
})()`;

/** Built sites, and what is done with the shots of their pages. */
interface ShotsOrder {
  /** The sites' folders. */
  sites: readonly string[];
  /** Where each is served: begins and ends with `/`. */
  prefix: string;
  shots: readonly Shot[];
  /** Is given each shot as a PNG from each site, undefined where that has no such page. */
  see: (shot: Shot, pictures: readonly (Buffer | undefined)[]) => Promise<void>;
}

const pagesAtOnce = 2;

/** Takes every shot of every site, in one browser. */
export async function takeShots(order: ShotsOrder, progress: Progress): Promise<void> {
  const { sites, prefix, shots, see } = order;
  const servers = await Promise.all(sites.map((site) => serveFolder(site, prefix)));
  try {
    const browser = await launchBrowser();
    try {
      let done = 0;
      await runBounded(pagesAtOnce, shots, async (shot) => {
        const pictures: (Buffer | undefined)[] = [];
        for (const [index, site] of sites.entries()) {
          const isThere = existsSync(path.join(site, fileOfAddress(shot.address)));
          const url = `${servers[index]?.origin}${withPrefix(prefix, shot.address)}`;
          pictures.push(isThere ? await takeShot(browser, url, shot) : undefined);
        }
        await see(shot, pictures);
        progress("Screenshots", ++done, shots.length);
      });
    } finally {
      await browser.close();
    }
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}
