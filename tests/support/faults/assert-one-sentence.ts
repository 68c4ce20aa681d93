import assert from "node:assert/strict";
import type { CommandResult } from "../run-build.ts";

/** The build ended with code 2 and one sentence that says what to do; progress may stand before it. */
export function assertOneSentence({ code, stderr }: CommandResult, expected: RegExp): void {
  assert.equal(code, 2, stderr);
  const lines = stderr.split("\n").filter((line) => line && !/^[\w ]+ \d+\/\d+$/.test(line));
  assert.equal(lines.length, 1, stderr);
  assert.match(lines[0] ?? "", expected);
  assert.match(lines[0] ?? "", /^[A-Z].* — /);
}
