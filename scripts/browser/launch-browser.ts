import { type Browser, chromium } from "playwright-core";
import { browserArguments } from "./browser-arguments.ts";
import { requireBrowser } from "./require-browser.ts";

/** Starts the browser. Throws with the one command to run if there is none. */
export async function launchBrowser(): Promise<Browser> {
  // Root has no sandbox, and neither have most containers; the pages are our own.
  return chromium.launch({
    executablePath: requireBrowser(),
    args: [...browserArguments],
    chromiumSandbox: false,
  });
}
