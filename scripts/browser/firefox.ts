import { existsSync } from "node:fs";
import { type Browser, launch } from "puppeteer-core";
import { EnvironmentFailure } from "../problems/problem.ts";
import {
  canInstallDebianPackages,
  findCommand,
  installDebianPackages,
} from "../servers/servers.ts";

/**
 * Starts Firefox without a window, steered by WebDriver BiDi: Playwright drives only builds of its
 * own, and what readers have is Mozilla's. Throws with what to do if there is none.
 */
export function launchFirefox(): Promise<Browser> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new EnvironmentFailure(`There is no Firefox — ${remedy}`);
  return launch({ browser: "firefox", executablePath });
}

/**
 * Sees to a Firefox, installs Debian's where that may be done and tells `log`. Returns its
 * executable. Throws with what to do if it cannot be had.
 */
export function prepareFirefox(log: (line: string) => void): string {
  let found = findFirefox();
  if (found === undefined && canInstallDebianPackages()) {
    log("no Firefox found: installing Debian's firefox-esr");
    installDebianPackages("firefox-esr");
    found = findFirefox();
  }
  if (found === undefined) throw new Error(`no Firefox: ${remedy}`);
  log(`Firefox: ${found}`);
  return found;
}

const remedy = "install it (on Debian `sudo apt-get install firefox-esr`), or set FIREFOX_PATH";

/** Where macOS and Windows have it. */
const usualPlaces = [
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

/** `FIREFOX_PATH`, then what the system has. Throws where `FIREFOX_PATH` names no file. */
function findFirefox(): string | undefined {
  const named = process.env.FIREFOX_PATH;
  if (named && !existsSync(named)) throw new Error(`FIREFOX_PATH names no file: ${named}`);
  return (
    named || (findCommand("firefox-esr") ?? findCommand("firefox") ?? usualPlaces.find(existsSync))
  );
}
