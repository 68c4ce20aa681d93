import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import { bundleScript, bundleStyles, readTokens } from "../../../scripts/outputs/styles.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { ContentFailure } from "../../../scripts/problems/problem.ts";

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

test("tokens are followed through both tiers and both palettes", () => {
  const found = readTokens(`:root {
    --chart-ink: light-dark(#123, #FFEEDD); /* --no: #000; */
    --text: var(--chart-ink); --step: clamp(1rem, 2vw, 2rem);
  }`);
  const ink = { light: "#112233", dark: "#ffeedd" };
  assert.deepEqual(
    [...found],
    [
      ["chart-ink", ink],
      ["text", ink],
    ],
  );
  assert.throws(() => readTokens(":root { --text: var(--ink); }"), /--ink is not declared/);
  assert.throws(() => readTokens(":root { --a: var(--b); --b: var(--a); }"), /itself/);
  assert.throws(() => readTokens(":root { --a: #0008; }"), /not an opaque colour/);
});

const root = await mkdtemp(path.join(tmpdir(), "script-"));
after(() => rm(root, { recursive: true }));

test("a script and what it imports become one module", async () => {
  await writeFile(
    path.join(root, "one.ts"),
    'import { two } from "./two.ts";\nexport const sum: number = two + 1;',
  );
  await writeFile(path.join(root, "two.ts"), "export const two = 2;");
  const script = Buffer.from(await bundleScript(root, "one.ts")).toString();
  const module = await import(`data:text/javascript,${encodeURIComponent(script)}`);
  assert.equal(module.sum, 3);
});

test("a mistake is told with its file and line", async () => {
  await writeFile(path.join(root, "bad.ts"), "const a = 1;\nconst = 2;");
  await assert.rejects(bundleScript(root, "bad.ts"), (error) => {
    assert.ok(error instanceof ContentFailure);
    const [problem] = error.problems;
    assert.deepEqual([problem?.path, problem?.line, problem?.column], ["bad.ts", 2, 7]);
    return true;
  });
});

test("a file that is missing is named", async () => {
  await writeFile(path.join(root, "lost.ts"), 'import "./nowhere.ts";');
  await assert.rejects(bundleScript(root, "lost.ts"), (error) => {
    assert.ok(error instanceof ContentFailure);
    assert.match(error.problems[0]?.message ?? "", /nowhere\.ts/);
    return true;
  });
});
