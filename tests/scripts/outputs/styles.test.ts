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

test("styles that are not there are told where they are imported, or by their name", async () => {
  const remedy = "bring the file back, or mend the @import that names it";
  for (const [index, said] of [
    [
      '@import "a.css";\n@import "gone.css";',
      `2:1  the stylesheet assets/styles/gone.css is not there — ${remedy}`,
    ],
    ['@import "build:tunes";', `1:1  the build writes no styles called build:tunes — ${remedy}`],
  ] as const) {
    const found = await failure({ "index.css": index, "a.css": "" });
    assert.equal(found, `assets/styles/index.css:${said}`);
  }
  assert.match(
    await failure({}),
    /^assets\/styles\/index\.css:1:1 {2}the stylesheet assets\/styles\/index\.css is not there — /,
  );
});

test("tokens are followed through both tiers and both palettes", () => {
  const found = readTokens(`:root {
    --chart-ink: light-dark(#123, #FFEEDD); /* --no: #000; */ --faint: #0008;
    --text: var(--chart-ink); --step: clamp(1rem, 2vw, 2rem);
  }`);
  const ink = { light: "#112233", dark: "#ffeedd" };
  assert.deepEqual(Object.fromEntries(found), { "chart-ink": ink, text: ink });
  assert.throws(() => readTokens(":root { --text: var(--ink); }"), /--ink is not declared/);
  assert.throws(() => readTokens(":root { --a: var(--b); --b: var(--a); }"), /itself/);
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

test("a mistake in a script is told with its file and line, a file that is missing by its name", async () => {
  for (const [code, place, message] of [
    ["const a = 1;\nconst = 2;", [2, 7], /cannot be read/],
    ['import "./nowhere.ts";', [1, 8], /nowhere\.ts/],
  ] as const) {
    await writeFile(path.join(root, "bad.ts"), code);
    await assert.rejects(bundleScript(root, "bad.ts"), (error) => {
      assert.ok(error instanceof ContentFailure);
      const [problem] = error.problems;
      assert.deepEqual([problem?.path, problem?.line, problem?.column], ["bad.ts", ...place]);
      assert.match(problem?.message ?? "", message);
      return true;
    });
  }
});
