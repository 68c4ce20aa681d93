import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import test from "node:test";
import { type Competitor, compare, missingArticles } from "../../../scripts/bench/bench.ts";
import { generateArticles, writeArticles } from "../../../scripts/bench/generate.ts";
import { measure, prepareProgram } from "../../../scripts/bench/measure.ts";
import { projectRoot } from "../../support/files.ts";

prepareProgram("time", () => {});

/** Does nothing, and notes when it is prepared and looked at. */
function idle(name: string, notes: string[], fault?: string): Competitor {
  return {
    name,
    command: { file: "true", args: [], cwd: tmpdir() },
    prepare: async () => void notes.push(`prepare ${name}`),
    async fault() {
      notes.push(`look at ${name}`);
      return fault;
    },
  };
}

test("competitors take turns, each prepared before and looked at after", async () => {
  const notes: string[] = [];
  const rows = await compare("T", [idle("A", notes), idle("B", notes)], 2, () => {});
  const turn = ["prepare A", "look at A", "prepare B", "look at B"];
  assert.deepEqual(notes, [...turn, ...turn]);
  assert.deepEqual(
    rows.map(({ who }) => who),
    ["A", "B"],
  );
});

test("one that leaves its work undone, or fails, is not measured, and says why", async () => {
  await assert.rejects(
    compare("T", [idle("A", [], "3 of 9 there")], 1, () => {}),
    {
      message: "A did not do its work: 3 of 9 there",
    },
  );
  const args = ["--eval", 'console.error("no room"); process.exit(3)'];
  await assert.rejects(measure("It", { file: process.execPath, args, cwd: tmpdir() }), {
    message: "It ended with code 3 and was not measured — it said last:\nno room",
  });
});

test("what a program starts counts as well, and what all hold together", async () => {
  const work =
    "const held = Buffer.alloc(3e8, 1); const end = performance.now() + 250; while (performance.now() < end); if (held[9] !== 1) throw 1; setTimeout(() => {}, 500)";
  const both = `const { spawn } = require("node:child_process");
    for (let i = 0; i < 2; i++) spawn(process.execPath, ["--eval", process.argv[1]]);`;
  const args = ["--eval", both, work];
  const { cpu, memory } = await measure("Both", { file: process.execPath, args, cwd: tmpdir() });
  assert.ok(cpu >= 0.4, `${cpu} s of processor time`);
  assert.ok(memory > 600e6, `${memory} bytes`);
});

test("what a bench has started ends with it, and before its folder is removed", async () => {
  // Starts a program that starts another, and ends while something else fails at its end.
  const bench = `
    import { startChild } from "./scripts/bench/measure.ts";
    process.once("exit", () => { throw new Error("the folder cannot be removed"); });
    const args = ["-c", "(sleep 20; echo survived >&2) & echo started; wait"];
    const child = startChild({ file: "sh", args, cwd: "." });
    child.process.stdout.once("data", () => process.exit(2));`;
  const args = ["--import", "./scripts/typescript.mjs", "--input-type=module", "--eval", bench];
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    stdio: ["ignore", "ignore", "pipe"],
  });
  // Comes to its end when all have ended that could still write to it.
  const said = await text(child.stderr);
  assert.match(said, /the folder cannot be removed/);
  assert.doesNotMatch(said, /survived/);
});

test("generated articles are the same each time, differ, and are missed where they have no page", async () => {
  const articles = generateArticles(20);
  assert.deepEqual(articles, generateArticles(20));
  assert.equal(new Set(articles.map((each) => each.text)).size, 20);
  const folder = await mkdtemp(path.join(tmpdir(), "articles-"));
  await writeArticles(folder, articles);
  assert.equal(await missingArticles(folder, articles), "0 of 20 articles have their page");
  await rm(folder, { recursive: true });
});
