#!/bin/sh
# The underlines of @codemirror/lint 6.9.7 are pictures at `data:` addresses. Where a page may load pictures of
# its own alone (`img-src 'self'`), a diagnostic has no mark in its text, although CodeMirror has the nonce that
# lets its styles in: https://codemirror.net/docs/ref/#view.EditorView^cspNonce. Seen in Chromium 156:
#   securitypolicyviolation: img-src, data
#   .cm-lintRange-error has that picture for its background, and no text-decoration in its place
# Expected: that the nonce is all that the editor needs, or a word in its reference that pictures are needed, too.
# Needs Chromium, in CHROME_PATH or /usr/bin/chromium.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --save-exact @codemirror/lint@6.9.7 @codemirror/state@6.7.6 @codemirror/view@6.43.15 \
  esbuild@0.28.2 playwright-core@1.65.1
cat >page.mjs <<'JS'
import { setDiagnostics } from "@codemirror/lint";
import { EditorView } from "@codemirror/view";

const nonce = document.querySelector("script").nonce;
const view = new EditorView({ doc: "Barges", parent: document.body, extensions: [EditorView.cspNonce.of(nonce)] });
view.dispatch(setDiagnostics(view.state, [{ from: 0, to: 6, severity: "error", message: "wrong" }]));
JS
cat >run.mjs <<'JS'
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const { outputFiles } = await build({ entryPoints: ["page.mjs"], bundle: true, format: "esm", write: false });
const policy = "default-src 'none'; script-src 'nonce-a'; style-src 'nonce-a'; img-src 'self'";
const page = `<!doctype html><title>x</title><script nonce="a">
const seen = [];
document.addEventListener("securitypolicyviolation", (one) => seen.push([one.effectiveDirective, one.blockedURI]));
</script><script type="module" nonce="a">${outputFiles[0].text.replaceAll("</script", "<\\/script")}</script>`;
const server = createServer((_, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy }).end(page);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const executablePath = process.env.CHROME_PATH ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--headless=new", "--no-sandbox"] });
console.log("Chromium", browser.version());
const tab = await browser.newPage();
await tab.goto(`http://127.0.0.1:${server.address().port}/`);
await tab.locator(".cm-lintRange-error").waitFor();
await tab.waitForFunction("seen.length > 0");
const seen = await tab.evaluate("seen");
console.log("securitypolicyviolation:", seen[0].join(", "));
const style = await tab.evaluate(() => {
  const { backgroundImage, textDecorationLine } = getComputedStyle(document.querySelector(".cm-lintRange-error"));
  return { backgroundImage: backgroundImage.slice(0, 25), textDecorationLine };
});
console.log(style);
assert.deepEqual(seen[0], ["img-src", "data"]);
assert.match(style.backgroundImage, /^url\("data:image/);
assert.equal(style.textDecorationLine, "none");
await browser.close();
server.close();
JS
node run.mjs
