import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { listAddresses } from "../../../scripts/browser/list-addresses.ts";

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
