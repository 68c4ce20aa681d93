import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";

/** What the search depends on; the tests give their own. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  exists: (file: string) => boolean;
  /** Where Playwright's own Chromium is, or would be. */
  playwright: string;
}

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  exists: existsSync,
  playwright: chromium.executablePath(),
};

/**
 * The browser to test with: `CHROME_PATH`, Playwright's own, then Chrome or Chromium where the
 * system has them; undefined if there is none. Throws where `CHROME_PATH` names no file.
 */
export function findBrowser(machine: Machine = thisMachine): string | undefined {
  const named = machine.env.CHROME_PATH;
  if (named) {
    if (machine.exists(named)) return named;
    throw new Error(`CHROME_PATH names no file: ${named}`);
  }
  return [machine.playwright, ...usualPlaces(machine)].find(
    (file) => file !== "" && machine.exists(file),
  );
}

function usualPlaces({ platform, env }: Machine): string[] {
  if (platform === "darwin") {
    return [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];
  }
  if (platform === "win32") {
    return [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => path.win32.join(folder, "Google", "Chrome", "Application", "chrome.exe"));
  }
  const names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];
  const folders = (env.PATH ?? "").split(":").filter((folder) => folder.startsWith("/"));
  return names.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
}
