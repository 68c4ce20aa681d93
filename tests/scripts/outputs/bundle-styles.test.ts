import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { ContentFailure } from "../../../scripts/lib/failure.ts";
import { formatProblem } from "../../../scripts/lib/format-problem.ts";
import { bundleStyles } from "../../../scripts/outputs/bundle-styles.ts";

/** What is said of a project whose `assets/styles/` holds no more than these files. */
async function failure(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), "twinning-"));
  try {
    const styles = path.join(root, "assets/styles");
    await mkdir(styles, { recursive: true });
    for (const [name, css] of Object.entries(files)) await writeFile(path.join(styles, name), css);
    await bundleStyles(root, { tones: "" });
  } catch (error) {
    assert.ok(error instanceof ContentFailure, String(error));
    return error.problems.map(formatProblem).join("\n");
  } finally {
    await rm(root, { recursive: true, force: true });
  }
  return assert.fail("it did not fail");
}

test("a stylesheet that is not there is told where it is imported", async () => {
  const files = { "index.css": '@import "a.css";\n@import "gone.css";', "a.css": "" };
  assert.equal(
    await failure(files),
    "assets/styles/index.css:2:1  the stylesheet assets/styles/gone.css is not there — bring the file back, or mend the @import that names it",
  );
});

test("styles that the build does not write are told where they are imported", async () => {
  assert.equal(
    await failure({ "index.css": '@import "build:tunes";' }),
    "assets/styles/index.css:1:1  the build writes no styles called build:tunes — bring the file back, or mend the @import that names it",
  );
});

test("an index that is not there is told by its name", async () => {
  assert.match(
    await failure({}),
    /^assets\/styles\/index\.css:1:1 {2}the stylesheet assets\/styles\/index\.css is not there — /,
  );
});
