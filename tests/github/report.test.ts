import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { projectOfCases, readCases } from "../support/cases.ts";
import { projectRoot } from "../support/files.ts";

test("a report shows what it says on the page of the run and at the lines, and ends as it does", async () => {
  const cases = await readCases();
  await using project = await projectOfCases(
    cases.filter(({ name }) => name === "translation-unrecorded"),
  );
  const summary = path.join(project.root, "summary.md");
  const report = (name: string) =>
    spawnSync(path.join(projectRoot, ".github/scripts/report.sh"), [name], {
      cwd: project.root,
      env: { ...process.env, GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary },
      encoding: "utf8",
    });
  const sound = report("translations");
  const wrong = report("weather");
  assert.deepEqual([sound.status, wrong.status], [0, 2], sound.stderr + wrong.stderr);
  const place = "content/zh/news/translation-unrecorded.md";
  const paste = "add this line to the front matter: `translated: ";
  const lines = sound.stdout.trimEnd().split("\n");
  const shown = lines.pop() ?? "";
  const [said = "", sum] = lines.slice(-2);
  assert.ok(said.startsWith(`${place}:1:1  warning: `) && said.includes(paste), said);
  assert.equal(sum, "1 warning about translations.");
  assert.ok(shown.startsWith(`::warning file=${place},line=1,col=1::`) && shown.includes(paste));
  assert.equal(
    await readFile(summary, "utf8"),
    `## translations\n\n\`\`\`text\n${lines.join("\n")}\n\`\`\`\n## weather\n\n\`\`\`text\n${wrong.stdout}\`\`\`\n`,
  );
  assert.match(wrong.stdout, /^There is no report “weather”/m);
});
