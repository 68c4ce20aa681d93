import assert from "node:assert/strict";
import test from "node:test";
import { formatProblem } from "../../../scripts/problems/print.ts";
import { ContentFailure, type Problem, sortProblems } from "../../../scripts/problems/problem.ts";
import { checkSite, inspectSite } from "../../../scripts/site/check.ts";
import { openKept } from "../../../scripts/site/kept.ts";
import { allRules } from "../../../scripts/site/rules.ts";
import { type CaseFile, casesClock, layCase, readCases } from "../../support/cases.ts";
import { makeSite, smallest } from "../content/make-site.ts";

interface Told {
  problems: Problem[];
  translations: Problem[];
  exitCode: number;
}

/** What is said of the smallest site with `files` laid over it. */
async function check(files: readonly CaseFile[]): Promise<Told> {
  const { root, remove } = await makeSite({});
  try {
    await layCase(files, root);
    const now = casesClock;
    const settings = { root, origin: undefined, prefix: "/", now, drafts: false };
    const { warnings, translations } = (await checkSite(settings)).notes;
    return { problems: [...warnings], translations: [...translations], exitCode: 0 };
  } catch (error) {
    if (!(error instanceof ContentFailure)) throw error;
    return { problems: [...error.problems], translations: [], exitCode: 1 };
  } finally {
    await remove();
  }
}

/** Whether a file of the smallest site has another text in a case, and no more. */
const isText = ({ path, form }: CaseFile) => form === "" && Object.hasOwn(smallest, path);

const printed = (problems: readonly Problem[]) => sortProblems(problems).map(formatProblem);

const cases = await readCases();

for (const { name, rule, files, expected, translations, exitCode } of cases) {
  test(`${name}: the words, the place and the exit code`, async () => {
    const told = await check(files);
    assert.deepEqual(printed(told.problems), expected);
    assert.equal(told.exitCode, exitCode);
    if (translations !== undefined) assert.deepEqual(printed(told.translations), translations);
    const rules = [...told.problems, ...told.translations].map((problem) => problem.rule);
    assert.ok(rules.includes(rule), `it breaks ${rules.join(", ")}`);
  });
}

test("texts that are not saved are told of like those that are, and touch nothing on the disk", async () => {
  const { root, remove } = await makeSite({});
  try {
    const settings = { root, origin: undefined, prefix: "/", now: casesClock, drafts: false };
    const kept = await openKept(root);
    const alone = cases.filter(({ files }) => files.every(isText));
    for (const { name, files, expected } of alone) {
      const unsaved = new Map(files.map(({ path, text }) => [path, text]));
      const { problems } = await inspectSite(settings, kept, unsaved);
      assert.deepEqual(printed(problems), expected, name);
    }
    const folders = ["content/en/", "content/_data/", "assets/photos/"].filter((folder) =>
      alone.some(({ files }) => files.some(({ path }) => path.startsWith(folder))),
    );
    assert.equal(folders.length, 3);
    assert.deepEqual((await inspectSite(settings, kept)).problems, []);
  } finally {
    await remove();
  }
});

test("every rule has a case of its own name, and every case is of a rule", () => {
  assert.deepEqual(
    cases
      .map(({ name }) => name)
      .filter((name) => !name.includes("."))
      .sort(),
    Object.keys(allRules).sort(),
  );
  assert.deepEqual(
    cases.map(({ rule }) => rule).filter((rule) => !Object.hasOwn(allRules, rule)),
    [],
  );
});

test("the smallest site is in order", async () => {
  assert.deepEqual(await check([]), { problems: [], translations: [], exitCode: 0 });
});

test("without a folder content/ all that must be there is missing", async () => {
  const { problems, exitCode } = await check([{ path: "content", form: "missing", text: "" }]);
  assert.equal(exitCode, 1);
  const errors = problems.filter(({ severity }) => severity === "error");
  assert.deepEqual(
    new Set(errors.map(({ rule }) => rule)),
    new Set(["addresses-missing", "facts-missing", "page-missing"]),
  );
});
