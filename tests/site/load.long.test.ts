import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";
import { benchLoad } from "../../scripts/bench/load.ts";
import { builtSite } from "../support/built-site.ts";
import { projectRoot } from "../support/files.ts";
import { writeHosts } from "../support/hosts/servers.ts";

test("nginx with the generated block answers 200 connections for 30 s without one error", async () => {
  await writeHosts();
  const load = await benchLoad({
    folder: builtSite.folder,
    prefix: builtSite.prefix,
    addresses: builtSite.pages.map(({ address }) => address),
    serverBlock: path.join(projectRoot, ".cache/hosts/nginx.conf"),
    cache: path.join(projectRoot, ".cache/compress"),
  });
  assert.equal(load.errors, 0);
  assert.ok(load.requests > 200);
});
