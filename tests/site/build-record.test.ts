import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { serveFolder } from "../../scripts/browser/serve.ts";
import { compareLive } from "../../scripts/live/verify.ts";
import { parseBuildRecord } from "../../scripts/outputs/small-texts.ts";
import { folderDigest } from "../support/folder-digest.ts";
import { builtSite } from "../support/site/built-site.ts";

const { folder: site, prefix } = builtSite;
const record = parseBuildRecord(await readFile(path.join(site, "build.json"), "utf8"));
assert.ok(record, "build.json is of its own form");

test("build.json has the hash of every file but itself, by path", async () => {
  const { "build.json": own, ...files } = await folderDigest(site);
  assert.ok(own);
  assert.deepEqual(record.files, files);
  assert.deepEqual(Object.keys(record.files), Object.keys(record.files).toSorted());
});

test("the site is found right by what checks it when it is live", async (t) => {
  const server = await serveFolder(site, prefix);
  t.after(server.close);
  const base = new URL(prefix, server.origin);
  assert.deepEqual(await compareLive({ base, files: record.files, patience: 60_000 }), []);
});
