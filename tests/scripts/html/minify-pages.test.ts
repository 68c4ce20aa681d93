import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import configure from "../../../eleventy.config.ts";
import { minify } from "../../../scripts/html/minify.ts";
import { stageSite } from "../../../scripts/site/stage-site.ts";
import { normalTree } from "../../support/normal-tree.ts";
import { projectRoot } from "../../support/project-root.ts";

test("minified, every page of the site is the same document, white space apart", async (t) => {
  process.chdir(projectRoot);
  const folder = await mkdtemp(path.join(tmpdir(), "twinning-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const settings = {
    root: projectRoot,
    origin: undefined,
    prefix: "/",
    now: Date.UTC(2026, 11, 1),
    drafts: true,
  };
  await stageSite(
    settings,
    (config, build) => configure(Object.assign(config, { addTransform() {} }), build),
    folder,
    () => {},
  );
  const pages = (await readdir(folder, { recursive: true })).filter((file) =>
    file.endsWith(".html"),
  );
  assert.ok(pages.length >= 24);
  for (const page of pages) {
    const html = await readFile(path.join(folder, page), "utf8");
    const minified = await minify(html);
    assert.ok(minified.length < html.length, page);
    const after = normalTree(minified).split("\n");
    const before = normalTree(html).split("\n");
    const changed = before.findIndex((line, index) => line !== after[index]);
    assert.equal(after[changed], before[changed], page);
    assert.equal(after.length, before.length, page);
  }
});
