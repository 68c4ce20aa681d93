import assert from "node:assert/strict";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import test, { type TestContext } from "node:test";
import { gzipSync } from "node:zlib";
import { compareLive } from "../../../scripts/live/verify.ts";
import { liveSite } from "./live-site.ts";

const patience = 10_000;
const sha256OfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** The base address of a server that answers as `listener` does. */
async function hostOf(test: TestContext, listener: RequestListener): Promise<URL> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  test.after(() => server.close().closeAllConnections());
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
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

test("a compressed file that no longer is the plain one beside it is found, and the other way", async (t) => {
  const files = { "plain.txt": sha256OfNothing, "packed.txt": sha256OfNothing };
  const base = await hostOf(t, ({ url, headers }, response) => {
    const asked = headers["accept-encoding"];
    if (url === "/plain.txt" && asked === "identity") response.end("stale");
    else if (url === "/packed.txt" && asked === "gzip") {
      response.setHeader("content-encoding", "gzip").end(gzipSync("stale"));
    } else response.end();
  });
  assert.deepEqual(await compareLive({ base, files, patience }), [
    { file: "plain.txt", what: "has other bytes", wrong: true },
    { file: "packed.txt", what: "has other bytes, compressed by gzip", wrong: true },
  ]);
});

test("an address that the host redirects is right if a page of the site stands there", async (t) => {
  const files = { "index.html": "0", "new/index.html": sha256OfNothing, "old/index.html": "0" };
  const toNew: RequestListener = ({ url }, response) => {
    const location = { "/": "/elsewhere/", "/old/": "/new/" }[url ?? ""];
    response.writeHead(location ? 301 : 200, { ...(location && { location }) }).end();
  };
  const base = await hostOf(t, toNew);
  assert.deepEqual(await compareLive({ base, files, patience }), [
    { file: "index.html", what: `leads to ${base.href}elsewhere/`, wrong: true },
    { file: "old/index.html", what: "leads to new/index.html", wrong: false },
  ]);
});

test("a host that leaves endings out serves the same files", async (t) => {
  const base = await hostOf(t, ({ url }, response) => {
    const location = { "/404.html": "/404", "/about/": "/about" }[url ?? ""];
    const status = location ? 308 : url === "/404" ? 404 : 200;
    response.writeHead(status, { ...(location && { location }) }).end();
  });
  const files = { "404.html": sha256OfNothing, "about/index.html": sha256OfNothing };
  assert.deepEqual(await compareLive({ base, files, patience }), []);
});

test("an error of the host is told with its status", async (t) => {
  const base = await hostOf(t, (_, response) => response.writeHead(503).end());
  const departures = await compareLive({ base, files: { "index.html": "0" }, patience });
  assert.deepEqual(departures, [
    { file: "index.html", what: "is answered with status 503", wrong: true },
  ]);
});

test("a host that never ends its answer, and one that gives none, keep nobody waiting", async (t) => {
  const slow: RequestListener = ({ url }, response) => {
    if (url === "/half.txt") response.writeHead(200, { "content-length": 2 }).write("1");
  };
  const base = await hostOf(t, slow);
  const files = { "half.txt": "0", "index.html": "0" };
  const departures = await compareLive({ base, files, patience: 100 });
  const what = "cannot be fetched (no whole answer within 0.1 s)";
  assert.deepEqual(
    departures,
    Object.keys(files).map((file) => ({ file, what, wrong: true })),
  );
});

test("a host that is down is told for what it is", async (t) => {
  const { base, record } = await liveSite(t);
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  base.port = String((server.address() as AddressInfo).port);
  server.close();
  await once(server, "close");
  const [first] = await compareLive({ base, files: record.files, patience });
  assert.deepEqual(first, {
    file: ".well-known/security.txt",
    what: "cannot be fetched (ECONNREFUSED)",
    wrong: true,
  });
});
