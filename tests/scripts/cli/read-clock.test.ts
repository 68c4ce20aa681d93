import assert from "node:assert/strict";
import test from "node:test";
import { readClock } from "../../../scripts/cli/read-clock.ts";
import { EnvironmentFailure } from "../../../scripts/problems/problem.ts";

const commit = { hash: "0".repeat(40), modified: false, time: 1_790_000_000_000 };
const silent = () => {};

test("a date that comes from SOURCE_DATE_EPOCH is told, so that nobody looks for it in the content", () => {
  const said: string[] = [];
  const now = readClock({ SOURCE_DATE_EPOCH: "0" }, commit, (line) => said.push(line));
  assert.equal(now, 0);
  assert.equal(said.length, 1);
  assert.match(said[0] ?? "", /1970-01-01.*SOURCE_DATE_EPOCH.*unset/);
});

test("the last commit’s time counts, and nothing is said of it", () => {
  assert.equal(readClock({}, commit, assert.fail), commit.time);
});

test("a commit that git cannot read is told with git’s own reason, where its time is needed", () => {
  const unreadable = { unreadable: "git is not installed" };
  assert.throws(() => readClock({}, unreadable, silent), {
    constructor: EnvironmentFailure,
    message: /\(git is not installed\) — .*SOURCE_DATE_EPOCH/,
  });
  assert.equal(readClock({ SOURCE_DATE_EPOCH: "0" }, unreadable, silent), 0);
});
