import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import test from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { generateArticles, missingArticles } from "../../../scripts/bench/articles.ts";
import {
  type Competitor,
  compare,
  measure,
  report,
  setAside,
} from "../../../scripts/bench/bench.ts";
import { projectRoot } from "../../support/files.ts";

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
    { message: "A did not do its work: 3 of 9 there" },
  );
  const args = ["--eval", 'console.error("no room"); process.exit(3)'];
  await assert.rejects(measure("It", { file: process.execPath, args, cwd: tmpdir() }), {
    message: "It ended with code 3 — it said last:\nno room",
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

test("ratios are ours to theirs in the same case, and only where both were measured", () => {
  const [, , ...lines] = report([
    { case: "A", who: "this project", wall: 3, cpu: 4, memory: 123.4e6 },
    { case: "A", who: "Hugo", wall: 1.5, cpu: 1, memory: 1e6 },
    { case: "B", who: "this project", wall: 0.25 },
  ]).split("\n");
  assert.deepEqual(
    lines.slice(0, 3).map((line) =>
      line
        .split("|")
        .map((cell) => cell.trim())
        .slice(1, -1),
    ),
    [
      ["A", "this project", "3.00", "4.00", "123", ""],
      ["A", "Hugo", "1.50", "1.00", "1.00", "2.00"],
      ["B", "this project", "0.250", "", "", ""],
    ],
  );
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  test(`a bench that gets ${signal} leaves no child running and no folder behind`, async (t) => {
    const folder = await mkdtemp(path.join(tmpdir(), "interrupted-"));
    t.after(() => rm(folder, { recursive: true }));
    const bench = spawn(process.execPath, ["scripts/run.mjs", "bench", "quick", "site"], {
      cwd: projectRoot,
      env: { ...process.env, TMPDIR: folder },
      stdio: "ignore",
    });
    // Beside what tsx keeps on Node 20.
    const folders = async () => (await readdir(folder)).filter((name) => !name.startsWith("tsx-"));
    // Until the build that it measures has begun to make something.
    const isAtWork = async (): Promise<boolean> =>
      existsSync(path.join(folder, (await folders())[0] ?? "", "ours-0-0/.cache"));
    while (bench.exitCode === null && !(await isAtWork())) await delay(20);
    assert.ok((await processesIn(folder)).length > 1);
    bench.kill(signal);
    assert.deepEqual(await once(bench, "close"), [2, null]);
    assert.deepEqual(await folders(), []);
    // One that is killed may take a moment to go.
    for (let look = 0; look < 100 && (await processesIn(folder)).length > 0; look += 1) {
      await delay(20);
    }
    assert.deepEqual(await processesIn(folder), []);
  });
}

/** The processes that were given this folder for temporary files. */
async function processesIn(folder: string): Promise<string[]> {
  const numbers = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const environments = numbers.map(async (number) => {
    // Gone meanwhile, or another user's.
    const text = await readFile(`/proc/${number}/environ`, "utf8").catch(() => "");
    return text.split("\0").includes(`TMPDIR=${folder}`) ? [number] : [];
  });
  return (await Promise.all(environments)).flat();
}

test("generated articles are the same each time, differ, and are missed where they have no page", async () => {
  const articles = generateArticles(20);
  assert.deepEqual(articles, generateArticles(20));
  assert.equal(new Set(articles.map((each) => each.text)).size, 20);
  const folder = await mkdtemp(path.join(tmpdir(), "articles-"));
  assert.equal(await missingArticles(folder, articles), "20 articles, article-00001 among them");
  await rm(folder, { recursive: true });
});

test("what a turn has made makes room for the next one without being deleted", async (t) => {
  const scratch = await mkdtemp(path.join(tmpdir(), "aside-"));
  t.after(() => rm(scratch, { recursive: true }));
  const folder = path.join(scratch, "site");
  for (let turn = 0; turn < 2; turn += 1) {
    await mkdir(path.join(folder, "content"), { recursive: true });
    await mkdir(path.join(folder, "_site"));
    await setAside(folder);
  }
  assert.deepEqual(await readdir(folder), ["content"]);
  const everything = await readdir(scratch, { recursive: true });
  assert.equal(everything.filter((file) => path.basename(file) === "_site").length, 2);
});
