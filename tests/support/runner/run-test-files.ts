import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import type { Tally } from "./tally.ts";
import { type TestEvent, tallyEvents } from "./tally-events.ts";

/** How to run a set of test files. */
export interface RunOptions {
  /** The folder that `files` are relative to. */
  root: string;
  /** How many files at once. */
  concurrency: number;
  /** ms that one file may take before it is stopped and counted as failed. */
  timeout: number;
}

/**
 * Runs test files with node:test, one process each, and prints them as they come in. The processes
 * inherit Node's own arguments, and with them tsx.
 */
export async function runTestFiles(files: readonly string[], options: RunOptions): Promise<Tally> {
  const absolute = files.map((file) => path.resolve(options.root, file));
  const { concurrency, timeout } = options;
  const events = run({ files: absolute, concurrency, timeout });
  const tally: Tally = { passed: 0, failures: [] };
  await pipeline(
    Readable.from(tallyEvents(events as AsyncIterable<TestEvent>, options.root, tally)),
    new spec(),
    process.stdout,
    { end: false },
  );
  const total = tally.passed + tally.failures.length;
  // node:test runs nothing, and says so in a warning only, inside another test's process.
  if (total < files.length) tally.failures.push(`${files.length} test files, ${total} tests ran`);
  return tally;
}
