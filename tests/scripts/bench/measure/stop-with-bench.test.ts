import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { projectRoot } from "../../../support/project-root.ts";

/** Starts a program that starts another, and ends while something else fails at its end. */
const bench = `
  import { spawn } from "node:child_process";
  import { stopWithBench } from "./scripts/bench/measure/stop-with-bench.ts";
  process.once("exit", () => { throw new Error("the folder cannot be removed"); });
  const child = spawn("sh", ["-c", "(sleep 20; echo survived >&2) & echo started; wait"], { detached: true, stdio: ["ignore", "pipe", "inherit"] });
  stopWithBench(child);
  child.stdout.once("data", () => process.exit(2));
`;

test("what a bench has started ends with it, and before its folder is removed", async () => {
  const args = ["--import", "tsx", "--input-type=module", "--eval", bench];
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    stdio: ["ignore", "ignore", "pipe"],
  });
  // Comes to its end when all have ended that could still write to it.
  const said = await text(child.stderr);
  assert.match(said, /the folder cannot be removed/);
  assert.doesNotMatch(said, /survived/);
});
