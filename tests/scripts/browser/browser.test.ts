import assert from "node:assert/strict";
import { test } from "node:test";
import { findBrowser } from "../../../scripts/browser/browser.ts";

test("CHROME_PATH comes first and must name a file", (context) => {
  const env = { ...process.env };
  context.after(() => {
    process.env = env;
  });
  process.env.CHROME_PATH = process.execPath;
  assert.equal(findBrowser(), process.execPath);
  process.env.CHROME_PATH = "/no/chrome";
  assert.throws(findBrowser, /CHROME_PATH names no file: \/no\/chrome/);
});
