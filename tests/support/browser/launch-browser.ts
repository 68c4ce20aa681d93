import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "./find-browser.ts";

const args = [
  // Since Chrome 132 this is Chrome itself without a window; older ones had a browser of its own.
  "--headless=new",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // The site under test is on this machine; a proxy named in the environment has no part in it.
  "--no-proxy-server",
];

/** Starts the browser. Throws with the one command to run if there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error("no browser: run `npm test`, which installs one, or set CHROME_PATH");
  }
  // Root has no sandbox, and neither have most containers; the pages are our own.
  return chromium.launch({ executablePath, args, chromiumSandbox: false });
}
