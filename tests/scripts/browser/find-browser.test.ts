import assert from "node:assert/strict";
import test from "node:test";
import { findBrowser, type Machine } from "../../../scripts/browser/find-browser.ts";

function machine(platform: NodeJS.Platform, files: string[], env: Machine["env"] = {}): Machine {
  const exists = (file: string): boolean => files.includes(file);
  return { platform, env: { PATH: "/usr/local/bin:/usr/bin", ...env }, exists, playwright: "/pw" };
}

test("CHROME_PATH comes first and must name a file", () => {
  const env = { CHROME_PATH: "/my/chrome" };
  assert.equal(findBrowser(machine("linux", ["/pw", "/my/chrome"], env)), "/my/chrome");
  assert.throws(() => findBrowser(machine("linux", ["/pw"], env)), /CHROME_PATH.*\/my\/chrome/);
});

test("then Playwright's own, then the system's, then none", () => {
  const system = "/usr/bin/chromium";
  assert.equal(findBrowser(machine("linux", [system, "/pw"])), "/pw");
  assert.equal(findBrowser(machine("linux", [system])), system);
  assert.equal(findBrowser(machine("linux", [])), undefined);
});

test("Chrome is found in the usual places of macOS and Windows", () => {
  const mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  assert.equal(findBrowser(machine("darwin", [mac])), mac);
  const windows = "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe";
  const env = { PROGRAMFILES: "C:\\Program Files" };
  assert.equal(findBrowser(machine("win32", [windows], env)), windows);
});
