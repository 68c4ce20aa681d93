import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import path from "node:path";
import test from "node:test";
import { promisify } from "node:util";
import { parseArguments } from "../../../scripts/cli/parse-arguments.ts";
import { EnvironmentFailure } from "../../../scripts/problems/problem.ts";
import { projectRoot } from "../../support/project-root.ts";

const flags = { json: { type: "boolean" }, quiet: { type: "boolean" } } as const;

test("a flag is true where it is given and false where it is not", () => {
  assert.deepEqual(parseArguments(["--json"], flags), { json: true, quiet: false });
  assert.deepEqual(parseArguments([], {}), {});
});

const refused: Readonly<Record<string, string[]>> = {
  "--jsn": ["--jsn"],
  "--json=yes": ["--json=yes"],
  "-json": ["-json"],
  "--__proto__": ["--json", "--__proto__"],
  content: ["content"],
};

for (const [written, args] of Object.entries(refused)) {
  test(`“${written}” is refused, with the arguments that there are`, () => {
    assert.throws(() => parseArguments(args, flags), {
      constructor: EnvironmentFailure,
      message: `This command does not know “${written}” — leave it out; it takes --json, --quiet`,
    });
  });
}

test("all unknown arguments are told at once, and that there are none to give", () => {
  assert.throws(() => parseArguments(["--fast", "now"], {}), {
    message: "This command does not know “--fast”, “now” — leave them out; it takes no arguments",
  });
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
