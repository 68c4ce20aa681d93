import assert from "node:assert/strict";
import { test } from "node:test";
import { casesClock } from "../../support/cases/cases-clock.ts";
import { projectOfCases } from "../../support/cases/project-of-cases.ts";
import { readCases } from "../../support/cases/read-cases.ts";
import { runBuild } from "../../support/run-build.ts";

const cases = await readCases();
const environment = { SOURCE_DATE_EPOCH: String(casesClock / 1000) };

test("lists every translation to look after, with the line to paste, whatever else is wrong", async () => {
  const names = [
    "translation-changed",
    "translation-date",
    "translation-unrecorded",
    "title-twice",
  ];
  const chosen = cases.filter(({ name }) => names.includes(name));
  await using project = await projectOfCases(chosen);
  const run = (...args: string[]) =>
    runBuild(project.root, { command: "report.ts", args, environment });

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
    assert.match(
      wrong.stderr,
      /^[^\n]+ — type “npm run report -- translations” or “npm run report -- security”.*\n$/,
    );
  }
});

test("security.txt that runs out soon is a failure of this report alone", async () => {
  const [soon] = cases.filter(({ name }) => name === "security-expires-soon");
  assert.ok(soon);
  await using project = await projectOfCases([soon]);
  const run = (command: string, ...args: string[]) =>
    runBuild(project.root, { command, args, environment });

  const report = await run("report.ts", "security");
  assert.equal(report.code, 1, report.stderr);
  assert.deepEqual(report.stdout.trimEnd().split("\n"), [
    ...soon.expected,
    "security.txt holds until 2026-12-29; today is 2026-12-01.",
  ]);
  assert.equal((await run("check.ts")).code, 0);
});

test("security.txt that runs for long is no failure, and facts with errors are one", async () => {
  await using sound = await projectOfCases([]);
  const report = await runBuild(sound.root, {
    command: "report.ts",
    args: ["security"],
    environment,
  });
  assert.equal(report.code, 0, report.stderr);

  await using unsound = await projectOfCases(cases.filter(({ name }) => name === "expires-form"));
  const unknown = await runBuild(unsound.root, {
    command: "report.ts",
    args: ["security"],
    environment,
  });
  assert.equal(unknown.code, 1);
  assert.match(unknown.stderr, /is not a day/);
});
