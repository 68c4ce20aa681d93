import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import test, { before } from "node:test";
import { prepareMeasuring } from "../../../../scripts/bench/measure/prepare-measuring.ts";
import { runMeasured } from "../../../../scripts/bench/measure/run-measured.ts";
import { EnvironmentFailure } from "../../../../scripts/problems/problem.ts";

const node = (script: string, args: string[] = []) => ({
  file: process.execPath,
  args: ["--eval", script, ...args],
  cwd: tmpdir(),
});

/** Holds 300 MB and works for a quarter of a second. */
const work =
  "const held = Buffer.alloc(3e8, 1); const end = performance.now() + 250; while (performance.now() < end); if (held[9] !== 1) throw 1;";

before(() => prepareMeasuring(() => {}));

test("time, processor time and memory of a program are measured", async () => {
  const { wall, cpu, memory, output } = await runMeasured(
    "Work",
    node(`${work} console.log("ok")`),
  );
  assert.ok(wall >= 0.25 && cpu >= 0.2, `${wall} s, ${cpu} s of processor time`);
  assert.ok(memory > 300e6 && memory < 600e6, `${memory} bytes`);
  assert.equal(output, "ok\n");
});

test("what it starts counts as well, and what all hold together", async () => {
  const both = `const { spawn } = require("node:child_process");
    for (let i = 0; i < 2; i++) spawn(process.execPath, ["--eval", process.argv[1]], { stdio: "inherit" });`;
  const { cpu, memory } = await runMeasured(
    "Both",
    node(both, [`${work} setTimeout(() => {}, 500)`]),
  );
  assert.ok(cpu >= 0.4, `${cpu} s of processor time`);
  assert.ok(memory > 600e6, `${memory} bytes`);
});

test("one that fails is told with what it said last", async () => {
  await assert.rejects(
    runMeasured("It", node('console.error("no room"); process.exit(3)')),
    (error) => {
      assert.ok(error instanceof EnvironmentFailure);
      assert.match(error.message, /^It ended with code 3 and was not measured — .+\nno room$/);
      return true;
    },
  );
});
