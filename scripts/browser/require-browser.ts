import { EnvironmentFailure } from "../lib/failure.ts";
import { findBrowser } from "./find-browser.ts";

/** The browser's executable. Throws EnvironmentFailure with what to do if there is none. */
export function requireBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  throw new EnvironmentFailure(
    "There is no Chrome or Chromium here — run “npm test”, which installs one, or set CHROME_PATH",
  );
}
