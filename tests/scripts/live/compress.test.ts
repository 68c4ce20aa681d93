import assert from "node:assert/strict";
import { mkdirSync, renameSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { compressFolder } from "../../../scripts/live/compress.ts";
import { EnvironmentFailure } from "../../../scripts/problems/problem.ts";
import { folderDigest, listFiles } from "../../support/files.ts";

const page = "<p>利物浦—上海, twinned in 1999.</p>\n".repeat(100);

let root: string;
const at = (...names: string[]) => path.join(root, ...names);
const compress = (onProgress?: (done: number, total: number) => void) =>
  compressFolder({
    folder: at("_site"),
    work: at("work"),
    cache: at(".cache/compress"),
    ...(onProgress && { onProgress }),
  });

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "compress-"));
  await mkdir(at("_site/about"), { recursive: true });
  await writeFile(at("_site/about/index.html"), page);
  await writeFile(at("_site/feed.xml"), page);
  // Too small for gzip, compressed already, and told to hosts.
  await writeFile(at("_site/robots.txt"), "Sitemap: https://www.example.org/sitemap.xml\n");
  await writeFile(at("_site/photo.avif"), Buffer.alloc(5000));
  await writeFile(at("_site/_headers"), page);
});

afterEach(() => rm(root, { recursive: true }));

test("text has Brotli and gzip beside it where both are smaller, and nothing else has", async () => {
  assert.deepEqual(await compress(), { files: 2, written: 4 });
  assert.deepEqual(await listFiles(at("_site")), [
    "_headers",
    "about/index.html",
    "about/index.html.br",
    "about/index.html.gz",
    "feed.xml",
    "feed.xml.br",
    "feed.xml.gz",
    "photo.avif",
    "robots.txt",
  ]);
  assert.equal(String(brotliDecompressSync(await readFile(at("_site/feed.xml.br")))), page);
  assert.equal(String(gunzipSync(await readFile(at("_site/feed.xml.gz")))), page);
  assert.deepEqual((await readdir(root)).sort(), [".cache", "_site"]);
});

test("gzip tells neither a time nor a system", async () => {
  await compress();
  // RFC 1952, section 2.3: magic number, method, flags, time, extra flags, system.
  const header = (await readFile(at("_site/feed.xml.gz"))).subarray(0, 10);
  assert.deepEqual([...header], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
});

test("a second run makes and writes nothing, and without the cache the bytes are the same", async () => {
  await compress();
  const first = await folderDigest(at("_site"));
  const again = await compress(() => assert.fail("compressed twice"));
  assert.deepEqual(again, { files: 2, written: 0 });
  await rm(at(".cache"), { recursive: true });
  for (const file of Object.keys(first)) {
    if (/\.(?:br|gz)$/.test(file)) await rm(at("_site", file));
  }
  assert.deepEqual(await compress(), { files: 2, written: 4 });
  assert.deepEqual(await folderDigest(at("_site")), first);
});

test("what stands beside a file that changed, or is no more, is mended or goes", async () => {
  await compress();
  await writeFile(at("_site/feed.xml"), "gone");
  await rm(at("_site/about/index.html"));
  await writeFile(at("_site/robots.txt"), page);
  await writeFile(at("_site/robots.txt.br"), "half");
  assert.deepEqual(await compress(), { files: 1, written: 2 });
  assert.deepEqual(await listFiles(at("_site")), [
    "_headers",
    "feed.xml",
    "photo.avif",
    "robots.txt",
    "robots.txt.br",
    "robots.txt.gz",
  ]);
  assert.equal(String(brotliDecompressSync(await readFile(at("_site/robots.txt.br")))), page);
});

test("a site that was built anew meanwhile is told, since old files may now stand beside new ones", async () => {
  let swapped = false;
  const run = compress(() => {
    if (swapped) return;
    swapped = true;
    renameSync(at("_site"), at("former"));
    mkdirSync(at("_site"));
  });
  await assert.rejects(run, EnvironmentFailure);
});
