import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { findBrowser } from "../../../scripts/browser/browser.ts";
import { prepareFirefox } from "../../../scripts/browser/firefox.ts";
import { type FolderServer, listAddresses, serveFolder } from "../../../scripts/browser/serve.ts";
import { contactSheet } from "../../../scripts/browser/sheet.ts";
import { planShots } from "../../../scripts/browser/shots.ts";
import { testTable } from "../../support/tables.ts";

const folder = await mkdtemp(path.join(tmpdir(), "serve-"));
let server: FolderServer;
before(async () => {
  await mkdir(path.join(folder, "site/zh/empty"), { recursive: true });
  await writeFile(path.join(folder, "secret.txt"), "secret");
  await writeFile(path.join(folder, "site/404.html"), "missing");
  await writeFile(path.join(folder, "site/zh/404.html"), "未找到");
  await writeFile(path.join(folder, "site/zh/index.html"), "欢迎");
  await writeFile(path.join(folder, "site/zh/外滩.webp"), "picture");
  await writeFile(path.join(folder, "site/odd.xyz"), "odd");
  server = await serveFolder(path.join(folder, "site"), "/base/");
});
after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** A request whose path is sent as written: `fetch` would tidy `..` away. */
function get(address: string): Promise<{ status: number; type: string; body: string }> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.origin);
    request({ host: "127.0.0.1", port, path: address }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () => {
        const type = response.headers["content-type"] ?? "";
        resolve({ status: response.statusCode ?? 0, type, body });
      });
    })
      .on("error", reject)
      .end();
  });
}

testTable("served", {
  "status, type and content": async (address) => {
    const { status, type, body } = await get(address);
    return `${status} ${type} ${body}`.trim();
  },
});

test("further headers go with the files that they are for", async () => {
  const own = await serveFolder(path.join(folder, "site"), "/base/", (address) =>
    address === "zh/" ? { "content-language": "zh-Hans" } : {},
  );
  const language = async (address: string) =>
    (await fetch(own.origin + address)).headers.get("content-language");
  assert.equal(await language("/base/zh/"), "zh-Hans");
  assert.equal(await language("/base/404.html"), null);
  await own.close();
});

test("text is sent in Brotli to those who take it, and what has a hash in its name for good", async () => {
  const text = "Liverpool and Shanghai. ".repeat(100);
  await writeFile(path.join(folder, "site/long.css"), text);
  await writeFile(path.join(folder, "site/long.0123456789.css"), text);
  const taken = await fetch(`${server.origin}/base/long.css`, {
    headers: { "accept-encoding": "gzip, br" },
  });
  assert.equal(taken.headers.get("content-encoding"), "br");
  assert.equal(taken.headers.get("cache-control"), "no-cache");
  assert.ok(Number(taken.headers.get("content-length")) < 100);
  assert.equal(await taken.text(), text);
  const plain = await fetch(`${server.origin}/base/long.0123456789.css`, {
    headers: { "accept-encoding": "identity" },
  });
  assert.equal(plain.headers.get("content-encoding"), null);
  assert.match(plain.headers.get("cache-control") ?? "", /immutable/);
  assert.equal(await plain.text(), text);
  const picture = await fetch(`${server.origin}/base/zh/${encodeURIComponent("外滩")}.webp`);
  assert.equal(picture.headers.get("content-encoding"), null);
});

test("pages are found in every folder, under the addresses of a static host", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "addresses-"));
  await mkdir(path.join(folder, "zh/about"), { recursive: true });
  for (const file of ["zh/about/index.html", "404.html", "index.html", "zh/index.html", "a.css"]) {
    await writeFile(path.join(folder, file), "");
  }
  await mkdir(path.join(folder, "old"));
  const leadsOn = '<meta http-equiv=refresh content="0;url=/zh/about/">';
  await writeFile(path.join(folder, "old/index.html"), leadsOn);
  assert.deepEqual(await listAddresses(folder), ["/", "/404.html", "/zh/", "/zh/about/"]);
  await rm(folder, { recursive: true });
  assert.deepEqual(await listAddresses(folder), []);
});

for (const [name, find] of [
  ["CHROME_PATH", findBrowser],
  ["FIREFOX_PATH", () => prepareFirefox(() => {})],
] as const) {
  test(`${name} comes first and must name a file`, (context) => {
    const env = { ...process.env };
    context.after(() => {
      process.env = env;
    });
    process.env[name] = process.execPath;
    assert.equal(find(), process.execPath);
    process.env[name] = "/no/browser";
    assert.throws(find, new RegExp(`${name} names no file: /no/browser`));
  });
}

const addresses = ["/", "/404.html", "/news/culture-day/", "/zh/", "/zh/404.html", "/zh/about/"];
const shots = planShots(addresses);

test("each page is shot in four windows, day and night, under a name of its own", () => {
  const names = shots.map(({ name }) => name);
  assert.equal(new Set(names).size, addresses.length * 8);
  for (const name of [
    "en-welcome-390-day.png",
    "en-404-768-night.png",
    "en-news-culture-day-1920-day.png",
    "zh-welcome-1280-night.png",
    "zh-404-390-day.png",
    "zh-about-1280-night.png",
  ]) {
    assert.ok(names.includes(name), name);
  }
});

test("the contact sheet shows every shot once, both languages of a page together", () => {
  const sheet = contactSheet("pages", shots);
  for (const { name } of shots) assert.equal(sheet.split(`<a href="${name}">`).length, 2, name);
  const sections = [...sheet.matchAll(/<section id="([^"]*)">/g)].map(([, id]) => id);
  assert.deepEqual(sections, ["welcome", "404", "news-culture-day", "about"]);
});
