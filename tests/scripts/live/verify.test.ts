import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import path from "node:path";
import test from "node:test";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { compareFolder, compareLive } from "../../../scripts/live/verify.ts";
import { closedOrigin, startHost } from "../../support/start-host.ts";
import { liveSite } from "./live-site.ts";

const patience = 10_000;
const sha256OfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** What is said of files, all of them empty, on a server that answers as `listener` does. */
async function compareWith(listener: RequestListener, names: string[], patience = 10_000) {
  await using host = await startHost(listener);
  const base = new URL(host.origin);
  const files = Object.fromEntries(names.map((name) => [name, sha256OfNothing]));
  const departures = await compareLive({ base, files, patience });
  return departures.map(({ file, what, wrong }) => {
    return `${wrong ? "wrong" : "right"}: ${file} ${what.replace(base.href, "/")}`;
  });
}

test("a site that is as it was built departs nowhere, also below a path", async (t) => {
  for (const prefix of ["/", "/twinning/"]) {
    const { base, record } = await liveSite(t, prefix);
    assert.deepEqual(await compareLive({ base, files: record.files, patience }), []);
  }
});

test("every file that changed or is missing is named", async (t) => {
  const { base, folder, record } = await liveSite(t);
  await writeFile(path.join(folder, "about/index.html"), "<title>about</title>");
  await writeFile(path.join(folder, "404.html"), "<title>not here</title>");
  await rm(path.join(folder, ".well-known/security.txt"));
  const departures = await compareLive({ base, files: record.files, patience });
  assert.deepEqual(departures, [
    { file: ".well-known/security.txt", what: "is not there (404)", wrong: true },
    { file: "404.html", what: "has other bytes", wrong: true },
    { file: "about/index.html", what: "has other bytes", wrong: true },
  ]);
});

test("of a folder, every file that changed, is missing or is one too many is named", async (t) => {
  const { folder, record } = await liveSite(t);
  await writeFile(path.join(folder, "_headers"), "/*");
  await writeFile(path.join(folder, "robots.txt.gz"), gzipSync("User-agent: *"));
  await writeFile(path.join(folder, "robots.txt.br"), brotliCompressSync("User-agent: *"));
  assert.deepEqual(await compareFolder(folder, record.files), []);
  await writeFile(path.join(folder, "robots.txt.br"), "User-agent: *");
  await writeFile(path.join(folder, "fonts/letters.0123456789.woff2"), "Letters");
  await writeFile(path.join(folder, "fonts/more.js"), "");
  await rm(path.join(folder, "about/index.html"));
  const said = (await compareFolder(folder, record.files)).map(
    ({ file, what }) => `${file} ${what}`,
  );
  assert.deepEqual(said, [
    "about/index.html is not there",
    "fonts/letters.0123456789.woff2 has other bytes",
    "fonts/more.js is a file more",
    "robots.txt.br has other bytes",
  ]);
});

test("a compressed file that no longer is the plain one beside it is found, and the other way", async () => {
  const stale: RequestListener = ({ url, headers }, response) => {
    const asked = headers["accept-encoding"];
    if (url === "/plain.txt" && asked === "identity") response.end("stale");
    else if (url === "/packed.txt" && asked === "gzip") {
      response.setHeader("content-encoding", "gzip").end(gzipSync("stale"));
    } else response.end();
  };
  assert.deepEqual(await compareWith(stale, ["plain.txt", "packed.txt"]), [
    "wrong: plain.txt has other bytes",
    "wrong: packed.txt has other bytes, compressed by gzip",
  ]);
});

test("an address that the host redirects is right if a page of the site stands there", async () => {
  const toNew: RequestListener = ({ url }, response) => {
    const location = { "/": "/elsewhere/", "/old/": "/new/" }[url ?? ""];
    response.writeHead(location ? 301 : 200, { ...(location && { location }) }).end();
  };
  const names = ["index.html", "new/index.html", "old/index.html"];
  assert.deepEqual(await compareWith(toNew, names), [
    "wrong: index.html leads to /elsewhere/",
    "right: old/index.html leads to new/index.html",
  ]);
});

test("a host that leaves endings out serves the same files", async () => {
  const short: RequestListener = ({ url }, response) => {
    const location = { "/404.html": "/404", "/about/": "/about" }[url ?? ""];
    const status = location ? 308 : url === "/404" ? 404 : 200;
    response.writeHead(status, { ...(location && { location }) }).end();
  };
  assert.deepEqual(await compareWith(short, ["404.html", "about/index.html"]), []);
});

test("an error of the host is told with its status", async () => {
  const fails: RequestListener = (_, response) => response.writeHead(503).end();
  const said = ["wrong: index.html is answered with status 503"];
  assert.deepEqual(await compareWith(fails, ["index.html"]), said);
});

test("a host that never ends its answer, and one that gives none, keep nobody waiting", async () => {
  const slow: RequestListener = ({ url }, response) => {
    if (url === "/half.txt") response.writeHead(200, { "content-length": 2 }).write("1");
  };
  assert.deepEqual(await compareWith(slow, ["half.txt", "index.html"], 100), [
    "wrong: half.txt cannot be fetched (no whole answer within 0.1 s)",
    "wrong: index.html cannot be fetched (no whole answer within 0.1 s)",
  ]);
});

test("a host that is down is told for what it is", async () => {
  const base = new URL(await closedOrigin());
  const [first] = await compareLive({ base, files: { "index.html": "0" }, patience });
  assert.equal(first?.what, "cannot be fetched (ECONNREFUSED)");
});
