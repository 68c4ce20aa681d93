import assert from "node:assert/strict";
import test from "node:test";
import { makeSite } from "../../../scripts/site/build.ts";
import { minify } from "../../../scripts/site/finish.ts";
import { memoryOutput } from "../../../scripts/site/site-file.ts";
import { projectRoot } from "../../support/files.ts";
import { normalTree } from "../../support/site.ts";

test("minified, every page of the site is the same document, white space apart", async () => {
  const settings = {
    root: projectRoot,
    origin: undefined,
    prefix: "/",
    now: Date.UTC(2026, 11, 1),
    // As for the preview, which is not minified.
    drafts: true,
  };
  const { files, ...output } = memoryOutput();
  await makeSite(settings, output);
  const pages = [...files].filter(([file]) => file.endsWith(".html"));
  assert.ok(pages.length >= 24);
  for (const [page, content] of pages) {
    const html = Buffer.from(content.bytes()).toString();
    const minified = await minify(html);
    assert.ok(minified.length < html.length, page);
    const after = normalTree(minified).split("\n");
    const before = normalTree(html).split("\n");
    const changed = before.findIndex((line, index) => line !== after[index]);
    assert.equal(after[changed], before[changed], page);
    assert.equal(after.length, before.length, page);
  }
});
