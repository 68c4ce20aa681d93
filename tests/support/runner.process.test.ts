import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { projectRoot } from "./files.ts";
import { chooseTestFiles } from "./runner.ts";

const listed = [
  "tests/browser/pages.test.ts",
  "tests/fixtures/broken.test.ts",
  "tests/run.ts",
  "tests/scripts/photos-old/a.test.ts",
  "tests/scripts/photos/widths.test.ts",
  "tests/scripts/site/kill.long.test.ts",
  "tests/site/links.test.ts",
  "tests/support/site/resolve.test.ts",
];

const choose = (long: boolean, ...paths: string[]) => chooseTestFiles(listed, { long, paths });

test("every test has its step, the long cases by themselves; fixtures have none", () => {
  assert.deepEqual(choose(false), {
    unit: [
      "tests/scripts/photos-old/a.test.ts",
      "tests/scripts/photos/widths.test.ts",
      "tests/support/site/resolve.test.ts",
    ],
    site: ["tests/site/links.test.ts"],
    browser: ["tests/browser/pages.test.ts"],
  });
  const long = "tests/scripts/site/kill.long.test.ts";
  assert.deepEqual(choose(true), { unit: [long], site: [], browser: [] });
});

test("a path means the folder of that name, however it is typed", () => {
  for (const typed of ["tests/scripts/photos", "./tests/scripts/photos/", "tests\\scripts\\photos"])
    assert.deepEqual(choose(false, typed).unit, ["tests/scripts/photos/widths.test.ts"]);
});

test("a path without tests is an error, also beside one that has some, and so is no file at all", () => {
  assert.throws(() => choose(false, "tests/site", "tests/scripts/phots"), /no test file.*phots/);
  assert.throws(() => chooseTestFiles(["tests/a.test.ts"], { long: true, paths: [] }), /no test/);
});

const head = 'import test, { before, describe } from "node:test"; const value: number = 1;';
const sound = `${head} test("sound", () => void value);`;

const folder = await mkdtemp(path.join(tmpdir(), "runner-"));
before(async () => {
  await mkdir(path.join(folder, "tests/deep/er"), { recursive: true });
  await writeFile(path.join(folder, "package.json"), '{"type":"module"}');
});
after(() => rm(folder, { recursive: true }));

/** Runs the real runner over files written for the case, in a folder of their own. */
async function runner(files: Record<string, string>, ...args: string[]) {
  await rm(path.join(folder, "tests/deep"), { recursive: true });
  await mkdir(path.join(folder, "tests/deep/er"), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    await writeFile(path.join(folder, "tests/deep", name), text);
  }
  // node:test refuses to run files inside a test's process; the runner's is not one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const run = path.join(projectRoot, "tests/run.ts");
  const command = [...process.execArgv, run, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  return { status, last: stdout.trimEnd().split("\n").at(-1), stdout, stderr };
}

test("sound files in folders of any depth pass, and suites are no tests", async () => {
  const suite = `${head} describe("suite", () => { test("within", () => {}); });`;
  const result = await runner({ "a.test.ts": sound, "er/b.test.ts": suite }, "tests/deep");
  assert.deepEqual([result.status, result.last], [0, "2 passed, 0 failed"], result.stdout);
});

const faults: Record<string, string> = {
  "a failing test": `${head} test("t", () => { throw new Error("no"); });`,
  "a failing test in a suite": `${head} describe("s", () => { test("t", () => { throw 1; }); });`,
  "a failing hook of a suite": `${head} describe("s", () => { before(() => { throw 1; }); test("t", () => {}); });`,
  "a crash": `${sound} throw new Error("no");`,
  "an unhandled rejection": `${head} test("t", () => { void Promise.reject(new Error("no")); });`,
  "an exit code": "process.exitCode = 3; export {};",
  "an early exit": `${head} test("t", () => new Promise(() => {})); process.exit(0);`,
  "a file without a test": "export {};",
  "a skipped test": `${head} test("t", { skip: true }, () => {});`,
  "a test left to do": `${head} test("t", { todo: true }, () => {});`,
  "a syntax error": `${head} test(`,
};
for (const [what, text] of Object.entries(faults)) {
  test(`${what} fails the run and names the file`, async () => {
    // Of three the first and the third share a process.
    const files = { "a.test.ts": sound, "b.test.ts": sound, "bad.test.ts": text };
    const result = await runner(files, "tests/deep");
    assert.equal(result.status, 1, result.stdout);
    assert.match(result.last ?? "", / passed, [1-9]\d* failed$/, result.stdout);
    assert.match(result.stdout, /✖ tests.deep.bad\.test\.ts/);
    assert.doesNotMatch(result.stdout, /✖ tests.deep.[ab]\.test\.ts/);
  });
}

test("each of them fails in a process of its own, too", async () => {
  const named = Object.values(faults).map((text, index) => [`${index}.process.test.ts`, text]);
  const result = await runner(Object.fromEntries(named), "tests/deep");
  assert.equal(result.status, 1, result.stdout);
  for (const [name] of named) assert.match(result.stdout, new RegExp(`✖ tests.deep.${name}`));
});

test("files that fail only where they share a process fail the run", async () => {
  const first = `${head} globalThis.first = true; test("t", () => {});`;
  const last = `${head} if ("first" in globalThis) process.exit(0); test("t", () => {});`;
  const files = { "a.test.ts": first, "b.test.ts": sound, "c.test.ts": last };
  const result = await runner(files, "tests/deep");
  assert.deepEqual([result.status, result.last], [1, "3 passed, 1 failed"], result.stdout);
  assert.match(result.stdout, /✖ sound apart, and not in one process: .*c\.test\.ts/);
});

test("hooks of a file are its own", async () => {
  const hooked =
    'import test, { after, beforeEach } from "node:test"; beforeEach(() => { globalThis.each = (globalThis.each ?? 0) + 1; }); after(() => { globalThis.each = 0; }); test("t", () => {});';
  const next =
    'import test from "node:test"; test("t", () => { if (globalThis.each !== 0) throw 1; });';
  const files = { "a.test.ts": hooked, "b.test.ts": sound, "c.test.ts": next };
  const result = await runner(files, "tests/deep");
  assert.equal(result.status, 0, result.stdout);
});

test("no test file at all fails the run", async () => {
  const result = await runner({ "a.test.ts": sound }, "long");
  assert.deepEqual([result.status, result.last], [1, "0 passed, 1 failed"]);
});

test("a step taken alone leaves the others out, and is not built for", async () => {
  const files = { "a.test.ts": sound };
  const unit = await runner(files, "--only=unit", "tests/deep");
  assert.deepEqual([unit.status, unit.last], [0, "1 passed, 0 failed"], unit.stdout);
  assert.doesNotMatch(unit.stdout, /== (Types|Lint|Build)/);
  const nothing = await runner(files, "--only=browser", "tests/deep");
  assert.deepEqual([nothing.status, nothing.last], [1, "0 passed, 1 failed"], nothing.stdout);
  const misspelt = await runner(files, "--only=units", "tests/deep");
  assert.deepEqual([misspelt.status, misspelt.last], [1, "0 passed, 1 failed"], misspelt.stdout);
  assert.match(misspelt.stdout, /unknown argument --only=units: give one of --only=types, /);
});
