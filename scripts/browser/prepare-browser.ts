import { spawnSync } from "node:child_process";
import { canInstallDebianPackages, installDebianPackages, runQuietly } from "../servers/servers.ts";
import { findBrowser } from "./find-browser.ts";

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
  if (error && "code" in error && error.code === "ENOENT") return false;
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
