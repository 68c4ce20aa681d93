#!/bin/sh
# Chromium 156 with DevTools' data saver (`Emulation.setDataSaverOverride`) tells a page that its visitor
# saves data, and fetches ahead by speculation rules all the same. Seen:
#   navigator.connection.saveData: true
#   Preload.preloadEnabledStateUpdated, disabledByDataSaver: false
#   GET /next/ with Sec-Purpose: prefetch, without Save-Data
# Expected: no request for /next/ before it is clicked, as where the system saves data, so that a site can
# see what such visitors get.
# Needs Chromium, in CHROME_PATH or /usr/bin/chromium.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --save-exact playwright-core@1.65.1
cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { chromium } from "playwright-core";

const rules = { prefetch: [{ where: { href_matches: "/*/" }, eagerness: "moderate" }] };
const page = `<!doctype html><title>x</title><a href="/next/">next</a>
<script type="speculationrules">${JSON.stringify(rules)}</script>`;
const asked = [];
const server = createServer(({ url, headers }, response) => {
  if (url !== "/favicon.ico") asked.push([url, headers["save-data"], headers["sec-purpose"]]);
  response.writeHead(200, { "content-type": "text/html" }).end(page);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const executablePath = process.env.CHROME_PATH ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--headless=new", "--no-sandbox"] });
console.log("Chromium", browser.version());
const tab = await browser.newPage();
const devtools = await tab.context().newCDPSession(tab);
let state;
devtools.on("Preload.preloadEnabledStateUpdated", (told) => (state = told));
await devtools.send("Preload.enable");
await devtools.send("Emulation.setDataSaverOverride", { dataSaverEnabled: true });
await tab.goto(`http://127.0.0.1:${server.address().port}/`);
const saves = await tab.evaluate("navigator.connection.saveData");
const fetched = new Promise((resolve) => {
  devtools.on("Preload.prefetchStatusUpdated", ({ status }) => status === "Ready" && resolve());
});
await Promise.all([fetched, tab.hover("a")]);
await browser.close();
server.close();

console.log({ saves, asked, disabledByDataSaver: state.disabledByDataSaver });
assert.equal(saves, true);
assert.equal(state.disabledByDataSaver, false);
assert.deepEqual(asked, [
  ["/", undefined, undefined],
  ["/next/", undefined, "prefetch"],
]);
JS
node run.mjs
