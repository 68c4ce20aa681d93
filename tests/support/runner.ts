import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { run as start } from "node:test";
import { spec } from "node:test/reporters";
import { pathToFileURL } from "node:url";

/** The steps of a whole run, in order, but for the build. */
const steps = ["types", "lint", "unit", "site", "browser"] as const;

/** What the command line asked for. */
export interface RunArguments {
  /** Only the long cases (`*.long.test.ts`), or only the others. */
  long: boolean;
  /** The only step to take; undefined: all of them. */
  only: (typeof steps)[number] | undefined;
  /** Files or folders from the project's root; empty: all. */
  paths: readonly string[];
}

/**
 * Reads `[long] [--only=STEP] [path …]`.
 *
 * @throws Error on anything else that begins with a hyphen
 */
export function readArguments(args: readonly string[]): RunArguments {
  const long = args[0] === "long";
  const rest = long ? args.slice(1) : args;
  const [given, ...more] = rest.filter((arg) => arg.startsWith("-"));
  const only = steps.find((step) => given === `--only=${step}`);
  if (more.length > 0 || (given !== undefined && only === undefined)) {
    const known = steps.map((step) => `--only=${step}`).join(", ");
    throw new Error(`unknown argument ${more[0] ?? given}: give one of ${known}`);
  }
  return { long, only, paths: rest.filter((arg) => !arg.startsWith("-")) };
}

/** Test files by the step that runs them; paths from the project's root with forward slashes. */
export interface TestFiles {
  unit: string[];
  /** Rules over `_site/`. */
  site: string[];
  browser: string[];
}

/**
 * Sorts the test files among `files` into the steps of a run.
 *
 * @throws Error where a path or the whole choice matches no test: a run of nothing must not look sound
 */
export function chooseTestFiles(
  files: readonly string[],
  choice: Pick<RunArguments, "long" | "paths">,
): TestFiles {
  const tests = files.filter(
    (file) =>
      file.endsWith(".test.ts") &&
      file.endsWith(".long.test.ts") === choice.long &&
      !file.startsWith("tests/fixtures/"),
  );
  const wanted = choice.paths.map((path) =>
    path.replaceAll("\\", "/").replace(/^\.\//, "").replace(/\/+$/, ""),
  );
  for (const path of wanted) {
    if (!tests.some((file) => isWithin(file, path))) throw new Error(`no test file in ${path}`);
  }
  const chosen = tests.filter(
    (file) => wanted.length === 0 || wanted.some((path) => isWithin(file, path)),
  );
  if (chosen.length === 0) throw new Error("no test file found");
  const site = chosen.filter((file) => isWithin(file, "tests/site"));
  const browser = chosen.filter((file) => isWithin(file, "tests/browser"));
  const unit = chosen.filter((file) => !site.includes(file) && !browser.includes(file));
  return { unit, site, browser };
}

function isWithin(file: string, path: string): boolean {
  return file === path || file.startsWith(`${path}/`);
}

/** What came of a part of a test run. */
export interface Tally {
  passed: number;
  /** One line a failure, as the summary prints it. */
  failures: string[];
}

/** The parts of a run as one. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failures: tallies.flatMap((tally) => tally.failures),
  };
}

/** Runs a command that prints for itself; counts as one test, passed if it exits with 0. */
export function runCommand(name: string, command: string, args: readonly string[]): Promise<Tally> {
  return new Promise((resolve) => {
    const failed = (why: string): void => resolve({ passed: 0, failures: [`${name}: ${why}`] });
    // npm is a script on Windows, which only a shell starts.
    const shell = process.platform === "win32" && command === "npm";
    const child = spawn(command, args, { stdio: "inherit", shell });
    child.on("error", (error) => failed(error.message));
    child.on("close", (code, signal) => {
      if (code === 0) resolve({ passed: 1, failures: [] });
      else failed(signal === null ? `exit code ${code}` : `ended by ${signal}`);
    });
  });
}

/** How to run a set of test files. */
export interface RunOptions {
  /** The folder that `files` are relative to. */
  root: string;
  /** How many processes at once. */
  concurrency: number;
  /** Among how many processes the files are dealt out; not given: each has a process of its own. */
  groups?: number;
  /** ms that one process may take before it is stopped and counted as failed. */
  timeout: number;
}

/**
 * Runs test files with node:test and prints them as they come in. The processes inherit Node's own
 * arguments, and with them tsx. `*.process.test.ts` always has a process of its own.
 *
 * Where a group ends in a way of which no test in it tells (a crash, an exit, a file without a test),
 * its files are run once more, each by itself, which names the one.
 */
export async function runTestFiles(files: readonly string[], options: RunOptions): Promise<Tally> {
  const { root, groups = 0, concurrency, timeout } = options;
  const shared = groups === 0 ? [] : files.filter((file) => !file.endsWith(".process.test.ts"));
  const folder = await mkdtemp(path.join(tmpdir(), "tests-"));
  try {
    const dealt = new Map<string, Group>();
    for (let index = 0; index < Math.min(groups, shared.length); index++) {
      const group = shared.filter((_, at) => at % groups === index);
      const file = path.join(folder, `group-${index}.mjs`);
      await writeFile(file, groupText(group, root));
      dealt.set(file, { files: group, tally: noTests(), heard: new Set() });
    }
    const others = files.filter((file) => !shared.includes(file));
    const run = [...dealt.keys(), ...others.map((file) => path.resolve(root, file))];
    const tally = noTests();
    const events = start({ files: run, concurrency, timeout }) as AsyncIterable<TestEvent>;
    await pipeline(
      Readable.from(countEvents(events, root, dealt, tally)),
      new spec(),
      process.stdout,
      { end: false },
    );
    const tallies = [tally];
    for (const group of dealt.values()) {
      const isTold = group.files.every((file) => group.heard.has(file));
      tallies.push(isTold ? group.tally : await runApart(group.files, options));
    }
    const all = addTallies(tallies);
    const total = all.passed + all.failures.length;
    // node:test runs nothing, and says so in a warning only, inside another test's process.
    if (total < files.length) all.failures.push(`${files.length} test files, ${total} tests ran`);
    return all;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function runApart(files: readonly string[], options: RunOptions): Promise<Tally> {
  console.log(`\n${files.length} files once more, each by itself:`);
  const tally = await runTestFiles(files, { ...options, groups: 0 });
  if (tally.failures.length === 0) {
    tally.failures.push(`sound apart, and not in one process: ${files.join(", ")}`);
  }
  return tally;
}

/** Test files that share a process, and what came of them. */
interface Group {
  files: readonly string[];
  tally: Tally;
  /** Files that ran a test, or failed to; none where the process itself ended badly. */
  heard: Set<string>;
}

const noTests = (): Tally => ({ passed: 0, failures: [] });

/** A test file of other files, one after the other; each is a suite, so that its hooks are its own. */
function groupText(files: readonly string[], root: string): string {
  const suites = files.map((file) => {
    const url = pathToFileURL(path.resolve(root, file)).href;
    return `await describe(${JSON.stringify(file)}, () => import(${JSON.stringify(url)}));\n`;
  });
  return `import { describe } from "node:test";\n${suites.join("")}`;
}

/** An event of node:test, as far as the count needs it. */
interface TestEvent {
  type: string;
  data: {
    name?: string;
    file?: string;
    message?: string;
    skip?: string | boolean;
    todo?: string | boolean;
    details?: { type?: string; error?: Error & { failureType?: string } };
  };
}

/**
 * Hands the events of a run on and counts them: into the group that the test's file is of, or into
 * `other`. The closing lines of node:test are left out: the runner prints those of the whole. A test
 * that is skipped or left as a "todo" counts as failed, and so does a file without a test: both look
 * like success and prove nothing.
 */
async function* countEvents(
  events: AsyncIterable<TestEvent>,
  root: string,
  groups: ReadonlyMap<string, Group>,
  other: Tally,
): AsyncGenerator<TestEvent> {
  const tallies = new Map<string, Tally>();
  for (const { files, tally } of groups.values()) {
    for (const file of files) tallies.set(path.resolve(root, file), tally);
  }
  // Since the last file of a group ended; node:test tells of one process after the other.
  let tests = 0;
  for await (const event of events) {
    const { type, data } = event;
    const group = groups.get(data.file ?? "");
    const isResult = type === "test:pass" || type === "test:fail";
    if (group && isResult) {
      if (isWholeFile(data)) group.heard.clear();
      else if (tests > 0 || type === "test:fail") group.heard.add(data.name ?? "");
      // A file that cannot be loaded, or a hook of it that failed.
      const file = path.resolve(root, data.name ?? "");
      if (type === "test:fail") count({ type, data: { ...data, file } }, root, group.tally);
      tests = 0;
    } else if (isResult) {
      if (data.details?.type !== "suite") tests += 1;
      count(event, root, tallies.get(data.file ?? "") ?? other);
    }
    if (!isClosingLine(event)) yield event;
  }
}

/** Counts one test that passed or failed. */
function count({ type, data }: TestEvent, root: string, tally: Tally): void {
  const { file = "", details, skip, todo } = data;
  const isWhole = isWholeFile(data);
  const place = (file && path.relative(root, file)) + (isWhole ? "" : `  ${data.name ?? ""}`);
  if (type === "test:fail") {
    // A parent that fails by its subtests alone; these are counted themselves.
    if (details?.error?.failureType === "subtestsFailed") return;
    tally.failures.push(isWhole ? `${place}: ${details?.error?.message ?? "failed"}` : place);
  } else if (skip !== undefined || todo !== undefined) {
    tally.failures.push(`${place}: skipped or left to do`);
  } else if (isWhole) {
    tally.failures.push(`${place}: ended without running a test`);
  } else if (details?.type !== "suite") {
    tally.passed += 1;
  }
}

function isClosingLine({ type, data }: TestEvent): boolean {
  const count = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;
  return type === "test:diagnostic" && data.file === undefined && count.test(data.message ?? "");
}

/** node:test reports a file as a test of its own only where it crashed or held no test. */
function isWholeFile(data: TestEvent["data"]): boolean {
  return data.file !== undefined && path.resolve(data.name ?? "") === path.resolve(data.file);
}
