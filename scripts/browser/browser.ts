import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type LaunchedChrome, Launcher, launch } from "chrome-launcher";
import { type Browser, chromium } from "playwright-core";
import { isNodeError } from "../lib/files.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import { canInstallDebianPackages, installDebianPackages, runQuietly } from "../servers/servers.ts";

/** What the browser is started with, for tests, screenshots and measurements alike. */
export const browserArguments: readonly string[] = [
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
  // Root has no sandbox, and neither have most containers; the pages are our own.
  return chromium.launch({
    executablePath: requireBrowser(),
    args: [...browserArguments],
    chromiumSandbox: false,
  });
}

/**
 * Starts a browser that other programs steer, by the DevTools protocol on its `port`, with an empty
 * profile of its own. Throws if it does not start.
 *
 * @param more arguments of Chrome besides those that every browser here is given
 */
export function startDebuggableBrowser(...more: string[]): Promise<LaunchedChrome> {
  return launch({
    chromePath: requireBrowser(),
    chromeFlags: [...browserArguments, "--no-sandbox", ...more],
    ignoreDefaultFlags: true,
  });
}

/** The browser's executable. Throws EnvironmentFailure with what to do if there is none. */
export function requireBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  throw new EnvironmentFailure(
    "There is no Chrome or Chromium here — run “npm test”, which installs one, or set CHROME_PATH",
  );
}

/**
 * The browser to test with: `CHROME_PATH`, Playwright's own, then Chrome or Chromium where the
 * system has them; undefined if there is none. Throws where `CHROME_PATH` names no file.
 */
export function findBrowser(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
  const own = chromium.executablePath();
  if (!named && existsSync(own)) return own;
  try {
    return Launcher.getFirstInstallation();
  } catch {
    // What it throws on Linux where there is none.
    return undefined;
  }
}

/**
 * Sees to a browser and a Chinese face, installs what is missing and tells `log`.
 * Returns the browser's executable. Throws with the one command to run if it cannot be had.
 */
export function prepareBrowser(log: (line: string) => void): string {
  const found = findBrowser() ?? installBrowser(log);
  if (!hasChineseFace()) installChineseFace(log);
  log(`browser: ${found}`);
  return found;
}

function installBrowser(log: (line: string) => void): string {
  const playwright = ["playwright-core", "install", "chromium"];
  const ways = [
    { what: "Playwright's Chromium", install: (): unknown => runQuietly("npx", playwright) },
  ];
  if (canInstallDebianPackages()) {
    const debian = { what: "Debian's chromium", install: () => installDebianPackages("chromium") };
    ways.unshift(debian);
  }
  for (const { what, install } of ways) {
    log(`no browser found: installing ${what}`);
    try {
      install();
    } catch (error) {
      // Said, and the next way is tried; after the last one the run fails.
      log(String(error));
    }
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  throw new Error("no browser: run `npx playwright-core install --with-deps chromium`");
}

/** macOS and Windows bring one; elsewhere fontconfig knows, and without it there are no fonts. */
function hasChineseFace(): boolean {
  if (process.platform === "darwin" || process.platform === "win32") return true;
  const { stdout, error } = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
  if (isNodeError(error, "ENOENT")) return false;
  if (error) throw error;
  return stdout.trim() !== "";
}

function installChineseFace(log: (line: string) => void): void {
  if (!canInstallDebianPackages()) {
    throw new Error("no Chinese face: run `sudo apt-get install fontconfig fonts-noto-cjk`");
  }
  log("no Chinese face found: installing Debian's fonts-noto-cjk");
  installDebianPackages("fontconfig", "fonts-noto-cjk");
}
