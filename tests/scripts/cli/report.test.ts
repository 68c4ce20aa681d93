import assert from "node:assert/strict";
import { test } from "node:test";
import { projectOfCases } from "../../support/cases/project-of-cases.ts";
import { readCases } from "../../support/cases/read-cases.ts";
import { runBuild } from "../../support/run-build.ts";

const cases = await readCases();

test("lists every translation to look after, with the line to paste, whatever else is wrong", async () => {
  const names = [
    "translation-changed",
    "translation-date",
    "translation-unrecorded",
    "title-twice",
  ];
  const chosen = cases.filter(({ name }) => names.includes(name));
  await using project = await projectOfCases(chosen);
  const run = (...args: string[]) => runBuild(project.root, { command: "report.ts", args });

  const { code, stdout, stderr } = await run("translations");
  assert.equal(code, 0, stderr);
  const lines = stdout.trimEnd().split("\n");
  const expected = chosen.flatMap(({ translations }) => translations ?? []);
  assert.deepEqual(
    expected.filter((one) => !lines.includes(one)),
    [],
  );
  assert.equal(lines.at(-1), "4 warnings about translations.");

  for (const args of [[], ["translation"], ["translations", "again"]]) {
    const wrong = await run(...args);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /^[^\n]+ — type “npm run report -- translations”\n$/);
  }
});
