import assert from "node:assert/strict";
import { appendFile, mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type TestContext, test } from "node:test";
import { sha256 } from "../../../scripts/lib/files.ts";
import type { Settings } from "../../../scripts/site/check.ts";
import { siteFile } from "../../../scripts/site/site-file.ts";
import { buildIfChanged } from "../../../scripts/site/unchanged.ts";
import { folderWriter, liveSite } from "../../../scripts/site/write.ts";

/** A project of one page, and a function that builds it and says whether that was needed. */
async function project(t: TestContext) {
  const root = await mkdtemp(path.join(tmpdir(), "unchanged-"));
  t.after(() => rm(root, { recursive: true }));
  for (const folder of ["assets", "content", "scripts", "templates"]) {
    await mkdir(path.join(root, folder));
  }
  for (const file of ["eleventy.config.ts", "package.json", "package-lock.json", "tsconfig.json"]) {
    await writeFile(path.join(root, file), "");
  }
  await mkdir(path.join(root, "node_modules"));
  await writeFile(path.join(root, "node_modules/.package-lock.json"), "");
  const page = path.join(root, "content/index.md");
  await writeFile(page, "Text");
  /** Puts a site in place; its record says here what the page says. */
  const put = (html: string) =>
    folderWriter(
      liveSite(root),
      root,
    )(async (output) => {
      output.put("index.html", siteFile(html));
      output.put("build.json", siteFile(html));
    });
  let builds = 0;
  const built = async (own: Partial<Settings> = {}) => {
    const before = builds;
    const settings = { root, origin: undefined, prefix: "/", now: 0, drafts: false, ...own };
    const summary = await buildIfChanged(settings, async () => {
      builds += 1;
      await put("<p>Text</p>");
      return {
        pages: 1,
        made: 1,
        reused: 2,
        files: 1,
        bytes: 11,
        leftOut: 0,
        coming: [],
        warnings: [],
        translations: 0,
        record: sha256("<p>Text</p>"),
      };
    });
    return builds > before ? "built" : summary;
  };
  return { root, page, put, built };
}

/** Minutes later, when all files have been at rest for a while. */
function later(t: TestContext, minutes: number): void {
  t.mock.timers.reset();
  t.mock.timers.enable({ apis: ["Date"], now: Date.now() + minutes * 60_000 });
}

test("a build of which nothing has changed is the last one, of which nothing had to be made", async (t) => {
  const { built } = await project(t);
  assert.equal(await built(), "built", "what has just changed must be read");
  later(t, 1);
  assert.equal(await built(), "built", "of the first one it is not known whether it was as it is");
  const summary = await built();
  assert.ok(summary !== "built");
  assert.deepEqual([summary.made, summary.reused, summary.pages], [0, 3, 1]);
});

test("it is built anew for other settings, and where a source or what is live has changed", async (t) => {
  const { root, page, built } = await project(t);
  later(t, 1);
  await built();
  await built();
  assert.notEqual(await built(), "built");
  assert.equal(await built({ prefix: "/twinning/" }), "built");
  await built();
  assert.notEqual(await built(), "built");
  // Of the same size and with its time put back.
  for (const [file, text] of [
    [page, "Word"],
    [path.join(root, "_site/index.html"), "<p>Word</p>"],
  ] as const) {
    await writeFile(file, text);
    await utimes(file, 0, 0);
    assert.equal(await built(), "built", file);
    later(t, 2);
    await built();
    assert.notEqual(await built(), "built");
  }
  for (const file of ["content/new.md", "_site/new.html", "templates/new.njk"]) {
    await appendFile(path.join(root, file), "");
    assert.equal(await built(), "built", file);
  }
});

test("it is built anew where another build has put its own in place", async (t) => {
  const { put, built } = await project(t);
  later(t, 1);
  await built();
  await built();
  assert.notEqual(await built(), "built");
  await put("<p>Of another build</p>");
  assert.equal(await built(), "built");
});
