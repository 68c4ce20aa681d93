import assert from "node:assert/strict";
import { after, test } from "node:test";
import { casesClock, layCases, projectOfCases, readCases } from "../../support/cases.ts";
import { runCommand } from "../../support/project.ts";

const cases = await readCases();
const project = await projectOfCases([]);
after(() => project[Symbol.asyncDispose]());
const environment = { SOURCE_DATE_EPOCH: String(casesClock / 1000) };
const report = (...args: string[]) => runCommand(project.root, "report", { args, environment });

test("lists every translation to look after, with the line to paste, whatever else is wrong", async () => {
  const names = [
    "translation-changed",
    "translation-date",
    "translation-unrecorded",
    "title-twice",
  ];
  const chosen = cases.filter(({ name }) => names.includes(name));
  await layCases(chosen, project.root);

  const { code, stdout, stderr } = await report("translations");
  assert.equal(code, 0, stderr);
  const lines = stdout.trimEnd().split("\n");
  const expected = chosen.flatMap(({ translations }) => translations ?? []);
  assert.deepEqual(
    expected.filter((one) => !lines.includes(one)),
    [],
  );
  assert.equal(lines.at(-1), "4 warnings about translations.");

  for (const args of [[], ["translation"], ["translations", "again"]]) {
    const wrong = await report(...args);
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
  await layCases([soon], project.root);
  const security = await report("security");
  assert.equal(security.code, 1, security.stderr);
  assert.deepEqual(security.stdout.trimEnd().split("\n"), [
    ...soon.expected,
    "security.txt holds until 2026-12-29; today is 2026-12-01.",
  ]);
  assert.equal((await runCommand(project.root, "check", { environment })).code, 0);
});

test("security.txt that runs for long is no failure, and facts with errors are one", async () => {
  await layCases([], project.root);
  const sound = await report("security");
  assert.equal(sound.code, 0, sound.stderr);

  await layCases(
    cases.filter(({ name }) => name === "expires-form"),
    project.root,
  );
  const unknown = await report("security");
  assert.equal(unknown.code, 1);
  assert.match(unknown.stderr, /is not a day/);
});
