import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { languageAt } from "../lib/addresses.ts";
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
const shotWindows = [
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/** The two themes, and what a browser calls them. */
const themes = { day: "light", night: "dark" } as const;

/** A screenshot to take. */
interface Shot {
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

/** What is photographed, and where to. */
interface ShotsOrder {
  /** The built site. */
  folder: string;
  /** Where it is served: begins and ends with `/`. */
  prefix: string;
  addresses: readonly string[];
  /** Emptied first: what lies in it is of one run. */
  out: string;
}

const pagesAtOnce = 2;

/**
 * Takes every shot, and lays them out on a contact sheet, `index.html`.
 *
 * @returns how many shots were taken
 */
export async function takeShots(order: ShotsOrder, progress: Progress): Promise<number> {
  const { folder, prefix, addresses, out } = order;
  const shots = planShots(addresses);
  await rm(out, { recursive: true, force: true });
  await mkdir(path.join(out, "thumbnails"), { recursive: true });
  const server = await serveFolder(folder, prefix);
  try {
    const browser = await launchBrowser();
    try {
      let done = 0;
      await runBounded(pagesAtOnce, shots, async (shot) => {
        const url = server.origin + prefix + shot.address.slice(1);
        const png = await takeShot(browser, url, shot);
        await writeFile(path.join(out, shot.name), png);
        const thumbnail = await makeThumbnail(png, shot.window);
        await writeFile(path.join(out, "thumbnails", shot.name), thumbnail);
        progress("Screenshots", ++done, shots.length);
      });
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
  await writeFile(path.join(out, "index.html"), contactSheet(shots));
  return shots.length;
}

/** Width of the widest thumbnail; the others are to the same scale as far as can be read. */
const scale = 0.42;
/** The top of a long page is enough on a contact sheet. */
const longest = 3;

/** A small picture of a shot for the contact sheet: the top of the page, at most three windows. */
async function makeThumbnail(
  png: Buffer,
  window: { width: number; height: number },
): Promise<Buffer> {
  const { height } = await sharp(png).metadata();
  const seen = Math.min(height, window.height * longest);
  return sharp(png)
    .extract({ left: 0, top: 0, width: window.width, height: seen })
    .resize({ width: Math.round(window.width * scale) })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

const names = { en: "English", zh: "中文", day: "day", night: "night" } as const;

/**
 * The contact sheet as HTML: a section a page, a strip a language and theme, the windows side by
 * side, each a link to the whole shot. Day, night or both are chosen without a script.
 */
export function contactSheet(shots: readonly Shot[]): string {
  const pages = [...new Set(shots.map(({ page }) => page))];
  // Welcome opens the sheet as it opens the site.
  pages.sort((a, b) => Number(b === "welcome") - Number(a === "welcome"));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Contact sheet</title>
<style>${styles}</style>
</head>
<body>
<header>
<h1>Contact sheet</h1>
<fieldset><legend>Theme</legend>
<label><input type="radio" name="theme" id="both" checked> Both</label>
<label><input type="radio" name="theme" id="day"> Day</label>
<label><input type="radio" name="theme" id="night"> Night</label>
</fieldset>
<nav>${pages.map((page) => `<a href="#${page}">${page}</a>`).join(" ")}</nav>
</header>
<main>
${pages.map((page) => sectionOf(page, shots)).join("\n")}
</main>
</body>
</html>
`;
}

function sectionOf(page: string, shots: readonly Shot[]): string {
  const strips = (["en", "zh"] as const).flatMap((language) =>
    (["day", "night"] as const).map((theme) => {
      const own = shots.filter(
        (shot) => shot.page === page && shot.language === language && shot.theme === theme,
      );
      if (own.length === 0) return "";
      const title = `${names[language]}, ${names[theme]}`;
      return `<div class="strip ${theme}"><h3>${title}</h3>${own.map(figureOf).join("")}</div>`;
    }),
  );
  return `<section id="${page}"><h2>${page}</h2>${strips.join("\n")}</section>`;
}

function figureOf({ name, window }: Shot): string {
  return `<a href="${name}"><i><img src="thumbnails/${name}" alt="${name}"></i><span>${window.width}</span></a>`;
}

const columns = shotWindows.map(({ width }) => `${Math.round(width ** 0.6)}fr`).join(" ");

const styles = `
:root { color-scheme: light dark; font: 15px/1.4 system-ui, sans-serif; }
body { margin: 0 auto; max-inline-size: 110rem; padding: 1.5rem; background: Canvas; }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; align-items: center; }
h1, h2, h3 { font-weight: 600; margin: 0; }
h1 { font-size: 1.4rem; }
h2 { font-size: 1.15rem; padding-block: 2.5rem 0.25rem; border-block-end: 1px solid; }
h3 { grid-column: 1 / -1; font-size: 0.85rem; opacity: 0.7; }
fieldset { border: 0; padding: 0; margin: 0; display: flex; gap: 1rem; }
legend { position: absolute; clip-path: inset(50%); }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; flex-basis: 100%; }
.strip { display: grid; grid-template-columns: ${columns}; gap: 0.4rem 1rem; padding-block: 0.75rem; }
.strip a { color: inherit; text-decoration: none; }
.strip i { display: block; max-block-size: 34rem; overflow: hidden;
  border: 1px solid color-mix(in srgb, CanvasText 25%, transparent); }
.strip img { display: block; inline-size: 100%; }
.strip span { font-size: 0.8rem; opacity: 0.7; font-variant-numeric: tabular-nums; }
body:has(#day:checked) .night, body:has(#night:checked) .day { display: none; }
`;
