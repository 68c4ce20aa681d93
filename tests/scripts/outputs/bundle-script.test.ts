import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import { ContentFailure } from "../../../scripts/lib/failure.ts";
import { bundleScript } from "../../../scripts/outputs/bundle-script.ts";

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
