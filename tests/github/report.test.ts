import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { projectRoot } from "../support/files.ts";

test("the script of a report shows what it says on the page of the run, and ends as it does", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "report-"));
  const summary = path.join(folder, "summary.md");
  const report = (name: string) =>
    spawnSync(path.join(projectRoot, ".github/scripts/report.sh"), [name], {
      cwd: projectRoot,
      env: { ...process.env, GITHUB_STEP_SUMMARY: summary },
      encoding: "utf8",
    });
  const sound = report("translations");
  const wrong = report("weather");
  assert.deepEqual([sound.status, wrong.status], [0, 2], sound.stderr + wrong.stderr);
  const text = await readFile(summary, "utf8");
  await rm(folder, { recursive: true });
  assert.equal(
    text,
    `## translations\n\n\`\`\`text\n${sound.stdout}\`\`\`\n## weather\n\n\`\`\`text\n${wrong.stdout}\`\`\`\n`,
  );
  assert.match(sound.stdout, /about translations\.\n$/);
  assert.match(wrong.stdout, /^There is no report “weather”/m);
});
