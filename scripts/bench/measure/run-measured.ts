import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { EnvironmentFailure } from "../../problems/problem.ts";
import type { Command } from "../cases/bench-case.ts";
import { lastLines } from "./last-lines.ts";
import type { Measurement } from "./measurement.ts";
import { watchProcessTree } from "./process-tree.ts";
import { stopWithBench } from "./stop-with-bench.ts";

/** In ms: about a hundredth of one processor goes into looking. */
const lookEvery = 100;

/**
 * Runs a program to its end and measures it; Linux with GNU time only, see `prepareMeasuring`.
 *
 * Two ways of measuring fall short in different places, so the larger figure of both counts. GNU
 * time knows every process that was waited for, to the last tick, and the largest memory of a single
 * one; /proc also shows those that nobody waits for, and what all hold together, but only at the
 * moments of looking.
 *
 * @returns the measurement, and what the program printed
 * @throws EnvironmentFailure with the last lines of what it printed, if it fails
 */
export async function runMeasured(
  name: string,
  { file, args, cwd, env }: Command,
): Promise<Measurement & { output: string }> {
  const scratch = await mkdtemp(path.join(tmpdir(), "measure-"));
  try {
    const report = path.join(scratch, "time");
    const started = performance.now();
    const time = ["--quiet", "--format=%U %S %M", `--output=${report}`, file, ...args];
    const child = spawn("/usr/bin/time", time, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own, so that all of it can be ended at once.
      detached: true,
    });
    using _ = stopWithBench(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    const tree = watchProcessTree(child.pid ?? 0);
    const timer = setInterval(tree.look, lookEvery);
    const { status, ended } = await new Promise<{ status: number | null; ended: number }>(
      (resolve, reject) => {
        let ended = 0;
        child.once("error", reject);
        child.once("exit", () => {
          ended = performance.now();
        });
        child.once("close", (status) => resolve({ status, ended }));
      },
    ).finally(() => clearInterval(timer));
    if (status !== 0) throw new EnvironmentFailure(explain(name, status, output));
    const [user = 0, system = 0, largest = 0] = (await readFile(report, "utf8"))
      .split(" ")
      .map(Number);
    const use = tree.use();
    return {
      wall: (ended - started) / 1000,
      cpu: Math.max(user + system, use.cpu),
      // GNU time counts in units of 1,024 bytes.
      memory: Math.max(largest * 1024, use.memory),
      output,
    };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function explain(name: string, status: number | null, output: string): string {
  const ending = status === null ? "was ended by a signal" : `ended with code ${status}`;
  return `${name} ${ending} and was not measured — it said last:\n${lastLines(output)}`;
}
