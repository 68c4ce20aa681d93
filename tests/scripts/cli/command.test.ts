import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test, { after, before } from "node:test";
import { promisify } from "node:util";
import { parseArguments, systemFailure } from "../../../scripts/cli/command.ts";
import { chooseAddresses } from "../../../scripts/cli/site.ts";
import { EnvironmentFailure } from "../../../scripts/problems/problem.ts";
import { projectRoot } from "../../support/files.ts";
import { testTable } from "../../support/tables.ts";

const flags = ["json", "quiet"] as const;

test("a flag is true where it is given and false where it is not", () => {
  assert.deepEqual(parseArguments(["--json"], flags), { json: true, quiet: false });
  assert.deepEqual(parseArguments([], []), {});
});

/** What is said of arguments that a command with these flags does not know. */
const refusal = (known: readonly string[]) => (args: string) => {
  try {
    parseArguments(args.split(" "), known);
  } catch (error) {
    return error instanceof EnvironmentFailure ? error.message : assert.fail(`${error}`);
  }
  return assert.fail("they were taken");
};

testTable("command-arguments", {
  "where there are --json and --quiet": refusal(flags),
  "where there are none": refusal([]),
});

const commands = { "build.ts": "--pages", "preview.ts": "no arguments" };

for (const [command, taken] of Object.entries(commands)) {
  test(`${command} does nothing but refuse an argument`, async () => {
    const file = path.join(projectRoot, "scripts/cli", command);
    const args = ["--import", import.meta.resolve("tsx"), file, "--fast"];
    await assert.rejects(promisify(execFile)(process.execPath, args), {
      code: 2,
      stdout: "",
      stderr: `This command does not know “--fast” — leave it out; it takes ${taken}\n`,
    });
  });
}

let folder: string;
let file: string;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "twinning-"));
  file = path.join(folder, ".cache");
  await writeFile(file, "");
});

after(() => rm(folder, { recursive: true, force: true }));

/** What is said of the error that `work` fails with. */
async function said(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(() => assert.fail("it did not fail"), systemFailure);
}

test("a file in the place of a folder is named itself, however deep the path was to go", async () => {
  const sentence = `Cannot use ${file}: a file stands where a folder must be — move it away and build again`;
  for (const place of ["", "photos", "photos/renditions"]) {
    const wanted = path.join(file, place);
    assert.equal(await said(mkdir(wanted, { recursive: true })), sentence, place);
  }
  assert.equal(await said(readFile(path.join(file, "font"))), sentence);
});

test("a file that went away is named", async () => {
  const gone = path.join(folder, "gone");
  assert.match((await said(readFile(gone))) ?? "", /^Cannot use .*gone: it is not there.* — /);
});

test("a folder in the place of a file is named itself, also where a file was to be renamed", async () => {
  const other = path.join(folder, "other");
  await writeFile(other, "");
  await mkdir(path.join(folder, "full"));
  const sentence = `Cannot use ${path.join(folder, "full")}: a folder stands where a file must be — move it away and build again`;
  assert.equal(await said(rename(other, path.join(folder, "full"))), sentence);
  assert.equal(await said(writeFile(path.join(folder, "full"), "")), sentence);
});

test("where the system names no file, the sentence is one all the same", async () => {
  const full = writeFile("/dev/full", "x");
  assert.equal(await said(full), "The disk is full — free some space and build again");
});

test("a fault of the program is none of the system", () => {
  assert.equal(systemFailure(new TypeError("x is not a function")), undefined);
});

const all = ["/", "/about/", "/zh/"];

test("all pages unless told, and then those that were named", () => {
  assert.deepEqual(chooseAddresses(all, []), all);
  assert.deepEqual(chooseAddresses(all, ["/zh/", "/"]), ["/", "/zh/"]);
});

test("an address that is none is told with the one that was meant", () => {
  assert.throws(
    () => chooseAddresses(all, ["/abuot/"]),
    (error) => error instanceof EnvironmentFailure && /\/abuot\/.*\/about\//.test(error.message),
  );
});
