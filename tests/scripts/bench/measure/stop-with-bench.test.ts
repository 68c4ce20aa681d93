import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { projectRoot } from "../../../support/project-root.ts";

/** Starts a program that starts another, says its number, and ends while something else fails at its end. */
const bench = `
  import { spawn } from "node:child_process";
  import { stopWithBench } from "./scripts/bench/measure/stop-with-bench.ts";
  process.once("exit", () => { throw new Error("the folder cannot be removed"); });
  const child = spawn("sh", ["-c", "sleep 300 & echo $!; wait"], { detached: true, stdio: ["ignore", "pipe", "ignore"] });
  stopWithBench(child);
  child.stdout.on("data", (number) => { process.stdout.write(number); process.exit(2); });
`;

test("what a bench has started ends with it, and before its folder is removed", async () => {
  const args = ["--import", "tsx", "--input-type=module", "--eval", bench];
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "ignore"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  await once(child, "close");
  const sleeper = Number(said);
  assert.ok(sleeper > 0, said);
  // Nobody may have fetched what is left of it yet: state Z of proc(5).
  const state = await readFile(`/proc/${sleeper}/stat`, "utf8").catch(() => "");
  assert.match(state, /^(?:\d+ \(sleep\) Z .*\n)?$/);
});
