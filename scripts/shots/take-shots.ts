import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../browser/browser.ts";
import { serveFolder } from "../browser/serve.ts";
import { runBounded } from "../lib/files.ts";
import type { Progress } from "../site/progress.ts";
import { contactSheet } from "./contact-sheet.ts";
import { makeThumbnail } from "./make-thumbnail.ts";
import { planShots } from "./plan-shots.ts";
import type { Shot } from "./shot.ts";
import { takeShot } from "./take-shot.ts";

/** What is photographed, and where to. */
export interface ShotsOrder {
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
 * Takes every shot, and lays them out on a contact sheet, `index.html` and `contact-sheet.png`.
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
        await keep(out, shot, await takeShot(browser, url, shot));
        progress("Screenshots", ++done, shots.length);
      });
      await layOut(browser, out, shots);
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
  return shots.length;
}

async function keep(out: string, { name, window }: Shot, png: Buffer): Promise<void> {
  await writeFile(path.join(out, name), png);
  await writeFile(path.join(out, "thumbnails", name), await makeThumbnail(png, window));
}

async function layOut(browser: Browser, out: string, shots: readonly Shot[]): Promise<void> {
  const sheet = path.join(out, "index.html");
  await writeFile(sheet, contactSheet(shots));
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.goto(pathToFileURL(sheet).href);
  const file = path.join(out, "contact-sheet.png");
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}
