import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp, readdir, rename } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { isNodeError } from "../lib/files.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import { canInstallDebianPackages, installDebianPackages } from "../servers/servers.ts";

/** What a run of the bench is told. */
export interface Bench {
  /** The project's folder. */
  root: string;
  /** The project's and, where one was named, another checkout's to be measured beside it. */
  checkouts: readonly { who: string; root: string }[];
  /** An empty folder for everything that is made. */
  scratch: string;
  /** The clock of all builds, `SOURCE_DATE_EPOCH`. */
  epoch: string;
  /** Fewer and smaller cases: the whole bench in two minutes. */
  quick: boolean;
  /** Says where the bench stands. */
  say: (line: string) => void;
}

/** One line of the table: who did what, at which cost; the medians of all turns. */
export interface Row extends Partial<Measurement> {
  case: string;
  who: string;
  wall: number;
}

/** Who is compared with all others. */
export const us = "this project";

/** One of those who do the same work in a case. */
export interface Competitor {
  name: string;
  command: Command;
  /** Brings everything into the state that the case is about, before each turn; not measured. */
  prepare?: () => Promise<void>;
  /** After each turn: what is missing from what should have been made; undefined if all is there. */
  fault?: () => Promise<string | undefined>;
}

/**
 * Runs the competitors of a case in turns, A B C A B C, so that what changes on the machine meanwhile
 * meets all of them alike, and measures each run.
 *
 * @throws EnvironmentFailure with its last lines when one of them fails or leaves work undone
 */
export async function compare(
  what: string,
  competitors: readonly Competitor[],
  turns: number,
  say: (line: string) => void,
): Promise<Row[]> {
  const runs = competitors.map((competitor) => ({ competitor, measured: [] as Measurement[] }));
  for (let turn = 1; turn <= turns; turn += 1) {
    for (const { competitor, measured } of runs) {
      const { name, command, prepare, fault } = competitor;
      await prepare?.();
      const measurement = await measure(name, command);
      const wrong = await fault?.();
      if (wrong) throw new EnvironmentFailure(`${name} did not do its work: ${wrong}`);
      measured.push(measurement);
      say(`${what}: ${name}, turn ${turn} of ${turns}: ${measurement.wall.toFixed(2)} s`);
    }
  }
  return runs.map(({ competitor, measured }) => {
    const of = (key: keyof Measurement): number => median(measured.map((each) => each[key]));
    const cost = { wall: of("wall"), cpu: of("cpu"), memory: of("memory") };
    return { case: what, who: competitor.name, ...cost };
  });
}

/** The middle one of an odd number. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** All rows as a table; the ratio is ours to that of the row, in wall time. */
export function report(rows: readonly Row[]): string {
  const written = (value: number | undefined): string =>
    value === undefined ? "" : value >= 100 ? value.toFixed(0) : value.toPrecision(3);
  const lines = rows.map(({ case: what, who, wall, cpu, memory }) => {
    const ours = rows.find((row) => row.case === what && row.who === us);
    const ratio = who === us || !ours ? undefined : ours.wall / wall;
    const megabytes = memory === undefined ? undefined : memory / 1e6;
    return [what, who, ...[wall, cpu, megabytes, ratio].map(written)];
  });
  const hugo = rows.find(({ who }) => who.startsWith("Hugo"))?.who;
  const note = `${hugo} is Debian’s, older than what Hugo’s own site offers, and builds everything anew in each case.`;
  return [
    formatTable([["Case", "Who", "Wall s", "CPU s", "Memory MB", "Ratio"], ...lines], 2),
    `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}. Medians; CPU: user and system; memory: the most that all processes held together.${hugo ? ` ${note}` : ""}`,
  ].join("\n\n");
}

/**
 * A Markdown table whose columns stand in line on a terminal as well.
 *
 * @param lines of cells, the headings first
 * @param words how many columns hold words; figures, which stand to the right, are all others
 */
export function formatTable(lines: readonly (readonly string[])[], words: number): string {
  const [headings = [], ...rows] = lines;
  const rule = headings.map((_, at) => (at < words ? "---" : "--:"));
  const all = [headings, rule, ...rows];
  const width = (at: number): number => Math.max(...all.map((cells) => cells[at]?.length ?? 0));
  const line = (cells: readonly string[]): string => {
    const fill = cells === rule ? "-" : " ";
    const set = cells.map((cell, at) =>
      at < words ? cell.padEnd(width(at), fill) : cell.padStart(width(at), fill),
    );
    return `| ${set.join(" | ")} |`;
  };
  return all.map(line).join("\n");
}

/** A program that is run as a child process. */
export interface Command {
  /** An executable file, or a name to be found in PATH: `process.execPath`, `hugo`. */
  file: string;
  args: readonly string[];
  /** The folder to run it in. */
  cwd: string;
  /** Added to this process's environment. */
  env?: Readonly<Record<string, string>>;
}

/** What one run of a program cost. */
interface Measurement {
  /** Seconds from its start to its end. */
  wall: number;
  /** Seconds of processor time, user and system, of the program and all it waited for. */
  cpu: number;
  /** The most bytes that it and all it started held together, when looked at every 50 ms. */
  memory: number;
}

/**
 * Runs a program to its end and measures it, by Linux's `/proc`. No other child may end meanwhile.
 *
 * @throws EnvironmentFailure with the last lines of what it printed, if it fails
 */
export async function measure(name: string, command: Command): Promise<Measurement> {
  if (process.platform !== "linux") {
    throw new EnvironmentFailure("Only Linux tells what programs cost — run this bench there");
  }
  const before = childrenTime();
  const started = performance.now();
  using child = startChild(name, command);
  let memory = 0;
  const timer = setInterval(() => {
    memory = Math.max(memory, memoryOf(child.process.pid ?? 0));
  }, 50);
  await child.ended.finally(() => clearInterval(timer));
  const wall = (performance.now() - started) / 1000;
  return { wall, cpu: childrenTime() - before, memory };
}

/** Seconds of processor time of all children that have ended, and of theirs that they waited for. */
function childrenTime(): number {
  const stat = readFileSync("/proc/self/stat", "utf8");
  // proc(5): the fields from the third on; the second, a name in brackets, may hold anything.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // Linux counts in hundredths wherever Node runs.
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** Bytes that all processes of a session hold now; pages that they share count in each of them. */
function memoryOf(session: number): number {
  const held = readdirSync("/proc").map((name) => {
    try {
      const status = /^\d+$/.test(name) ? readFileSync(`/proc/${name}/status`, "utf8") : "";
      if (!status.includes(`\nNSsid:\t${session}\n`)) return 0;
      return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
    } catch {
      // It has ended since the folder was listed.
      return 0;
    }
  });
  return held.reduce((sum, each) => sum + each, 0);
}

/** A program that runs, with all it starts; ended when disposed of, or when this process ends. */
interface Child extends Disposable {
  process: ChildProcess;
  /**
   * The end of what it printed, when it has ended and nothing that it started can print any more.
   *
   * @throws EnvironmentFailure with its last lines, if it fails
   */
  ended: Promise<string>;
}

/** Starts a program in a session of its own, in which all that it starts is found again. */
export function startChild(name: string, { file, args, cwd, env }: Command): Child {
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-10_000);
    });
  }
  const stop = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    } catch (error) {
      // It has ended already.
      if (!isNodeError(error, "ESRCH")) throw error;
    }
  };
  const ended = once(child, "close").then(([status]) => {
    if (status === 0) return said;
    const ending = status === null ? "was ended by a signal" : `ended with code ${status}`;
    const lines = said.trim().split("\n").slice(-12).join("\n");
    throw new EnvironmentFailure(`${name} ${ending} — it said last:\n${lines || "nothing"}`);
  });
  // Whoever asks is told; until then nobody waits for it.
  ended.catch(() => {});
  return { process: child, ended, ...atEnd(stop) };
}

/** A new folder, removed when disposed of, or when this process ends before. */
export function temporaryFolder(): Disposable & { path: string } {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
  const remove = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };
  return { path: folder, ...atEnd(() => rmSync(folder, remove)) };
}

/** Does something when disposed of, or when this process ends before; what was begun last is ended first. */
export function atEnd(what: () => void): Disposable {
  process.prependOnceListener("exit", what);
  return {
    [Symbol.dispose]() {
      process.off("exit", what);
      what();
    },
  };
}

/** What is made in a folder, caches as well, by whoever is measured. */
export const made = /^(?:_site.*|\.cache|resources|\.hugo_build\.lock|out)$/;

/**
 * Takes what was {@link made} out of a folder. It is deleted at the end, with all others: ext4 passes over what
 * was deleted in the last minutes, so that whoever creates files after thousands were deleted is slow.
 */
export async function setAside(folder: string): Promise<void> {
  const aside = await mkdtemp(`${folder}-aside-`);
  for (const name of await readdir(folder)) {
    if (made.test(name)) await rename(path.join(folder, name), path.join(aside, name));
  }
}

/** Sees to a command that comes with a package of Debian's. Throws with what to run where it cannot be had. */
export function prepareCommand(
  command: string,
  debianPackage: string,
  say: (line: string) => void,
): void {
  // Asked for help, none of them does anything: Hugo by its name alone would build a site here.
  if (!spawnSync(command, ["--help"]).error) return;
  if (!canInstallDebianPackages()) {
    throw new EnvironmentFailure(
      `There is no ${command} here — run “sudo apt-get install ${debianPackage}”`,
    );
  }
  say(`Installing Debian’s ${debianPackage}.`);
  installDebianPackages(debianPackage);
}
