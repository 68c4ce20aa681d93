import assert from "node:assert/strict";
import { after, test } from "node:test";
import {
  casesClock,
  layCases,
  type NamedCase,
  projectOfCases,
  readCases,
  rounds,
} from "../../support/cases.ts";
import { runCommand } from "../../support/project.ts";

const cases = await readCases();
const project = await projectOfCases([]);
after(() => project[Symbol.asyncDispose]());
const epoch = String(casesClock / 1000);

async function check(
  chosen: readonly NamedCase[],
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
) {
  await layCases(chosen, project.root);
  return runCommand(project.root, "check", {
    args,
    environment: { SOURCE_DATE_EPOCH: epoch, GITHUB_ACTIONS: "", ...environment },
  });
}

const named = (...names: string[]) => cases.filter(({ name }) => names.includes(name));
const line = /^[^\n]+:\d+:\d+ {2}(?:warning: )?[^\n]+ — [^\n]+$/;

for (const [index, round] of rounds(cases).entries()) {
  test(`round ${index + 1}: all problems of ${round.length} cases at once, and no stack trace`, async () => {
    // Where site.yaml is wrong, the address of the site is known from elsewhere.
    const environment = { SITE_ORIGIN: "https://www.example.org" };
    const { code, stdout, stderr } = await check(round, [], environment);
    assert.equal(code, Math.max(...round.map(({ exitCode }) => exitCode)), stderr);
    const lines = stderr.trimEnd().split("\n");
    assert.deepEqual(
      lines.filter((one) => one !== "" && !line.test(one)),
      [],
    );
    // What is unused is told only where every file can be read.
    const expected = round
      .flatMap((one) => one.expected)
      .filter((one) => !one.includes(":1:1  warning: "));
    assert.deepEqual(
      expected.filter((one) => !lines.includes(one)),
      [],
    );
    assert.match(stdout, /^\d+ (?:errors?|pages in order), \d+ warnings?\.$/m);
  });
}

test("content that is in order, or has warnings alone, ends with code 0", async () => {
  const { code, stdout, stderr } = await check(named("record-unused", "translation-missing"));
  assert.equal(code, 0);
  assert.equal(
    stderr,
    "assets/photos/record-unused.yaml:1:1  warning: this record has no photograph beside it — give both the same name, or remove the record\n",
  );
  assert.ok(
    stdout.endsWith(
      "11 pages in order, 1 warning.\n1 warning about translations: npm run report -- translations\n",
    ),
    stdout,
  );
});

test("on GitHub Actions problems are shown at their lines too", async () => {
  const chosen = named("link-misspelt", "record-unused");
  const { code, stdout, stderr } = await check(chosen, [], { GITHUB_ACTIONS: "true" });
  assert.equal(code, 1);
  assert.equal(stderr.split("\n").length, 3);
  assert.deepEqual(
    stdout.split("\n").filter((one) => one.startsWith("::")),
    [
      "::error file=content/en/news/link-misspelt.md,line=7,col=1::the link `../abuot.md` leads to no page — did you mean `../about.md`?",
      "::warning file=assets/photos/record-unused.yaml,line=1,col=1::this record has no photograph beside it — give both the same name, or remove the record",
    ],
  );
});

test("--json prints the problems for tools and nothing else, warnings about translations among them", async () => {
  const chosen = named("link-misspelt", "translation-unrecorded");
  const environment = { GITHUB_ACTIONS: "true" };
  const { code, stdout, stderr } = await check(chosen, ["--json"], environment);
  assert.equal(code, 1);
  assert.doesNotMatch(stderr, line);
  const { problems } = JSON.parse(stdout);
  assert.deepEqual(problems[1], {
    path: "content/en/news/link-misspelt.md",
    line: 7,
    column: 1,
    rule: "link-misspelt",
    severity: "error",
    what: "the link `../abuot.md` leads to no page",
    remedy: "did you mean `../about.md`?",
  });
  assert.deepEqual(
    problems.map(({ rule }: { rule: string }) => rule),
    ["translation-missing", "link-misspelt", "translation-unrecorded"],
  );
});
