import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { EnvironmentFailure } from "../problems/problem.ts";
import { canInstallDebianPackages, installDebianPackages } from "../servers/servers.ts";

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
export interface Measurement {
  /** Seconds from its start to its end. */
  wall: number;
  /** Seconds of processor time, user and system, of the program and all it waited for. */
  cpu: number;
  /** The most bytes that it and all it started held together, when looked at every tenth of a second. */
  memory: number;
}

/**
 * Runs a program to its end and measures it, by GNU time and `/proc`; see {@link prepareProgram}.
 *
 * @throws EnvironmentFailure with the last lines of what it printed, if it fails
 */
export async function measure(name: string, command: Command): Promise<Measurement> {
  const scratch = await mkdtemp(path.join(tmpdir(), "measure-"));
  try {
    const report = path.join(scratch, "time");
    const time = ["--quiet", "--format=%U %S %M", `--output=${report}`, command.file];
    const started = performance.now();
    using child = startChild({
      ...command,
      file: "/usr/bin/time",
      args: [...time, ...command.args],
    });
    let memory = 0;
    const timer = setInterval(() => {
      memory = Math.max(memory, memoryOf(child.process.pid ?? 0));
    }, 100);
    const [status] = await once(child.process, "close").finally(() => clearInterval(timer));
    const wall = (performance.now() - started) / 1000;
    if (status !== 0) {
      const ending = status === null ? "was ended by a signal" : `ended with code ${status}`;
      throw new EnvironmentFailure(
        `${name} ${ending} and was not measured — it said last:\n${child.lastLines()}`,
      );
    }
    const [user = 0, system = 0, largest = 0] = (await readFile(report, "utf8"))
      .split(" ")
      .map(Number);
    // GNU time counts in units of 1,024 bytes; what lived shorter than a look is known to it alone.
    return { wall, cpu: user + system, memory: Math.max(memory, largest * 1024) };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** A program that runs, with all it starts; ended when disposed of, or when this process ends. */
export interface Child extends Disposable {
  process: ChildProcess;
  /** The end of what it printed. */
  lastLines(): string;
}

/** Starts a program in a session of its own, in which all that it starts is found again. */
export function startChild({ file, args, cwd, env }: Command): Child {
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
      if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
    }
  };
  // Before the folder is removed in which it works: what still writes there would keep it from going.
  process.prependOnceListener("exit", stop);
  return {
    process: child,
    lastLines: () => said.trim().split("\n").slice(-12).join("\n") || "nothing",
    [Symbol.dispose]() {
      process.off("exit", stop);
      stop();
    },
  };
}

const pageSize = Number(execFileSync("getconf", ["PAGESIZE"], { encoding: "utf8" }));

/** Bytes that all processes of a session hold now; pages that they share count in each of them. */
function memoryOf(session: number): number {
  const pages = readdirSync("/proc").map((name) => {
    try {
      const stat = /^\d+$/.test(name) ? readFileSync(`/proc/${name}/stat`, "utf8") : "";
      // proc(5): the fields from the third on; the second, a name in brackets, may hold anything.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return Number(fields[3]) === session ? Number(fields[21]) : 0;
    } catch {
      // It has ended since the folder was listed.
      return 0;
    }
  });
  return pages.reduce((sum, each) => sum + each, 0) * pageSize;
}

/**
 * Sees to a program that stands in a Debian package of the same name; installs it where it may.
 *
 * @throws EnvironmentFailure with the one command to run if it cannot be had
 */
export function prepareProgram(name: string, say: (line: string) => void): void {
  if (process.platform !== "linux") {
    throw new EnvironmentFailure(
      "Programs can be measured on Linux only, by GNU time and /proc — run this bench there",
    );
  }
  const folders = (process.env.PATH ?? "").split(":");
  if (folders.some((folder) => existsSync(path.posix.join(folder, name)))) return;
  if (!canInstallDebianPackages()) {
    throw new EnvironmentFailure(
      `There is no program “${name}” here, which the bench needs — run “sudo apt-get install ${name}”`,
    );
  }
  say(`Installing Debian’s ${name}.`);
  installDebianPackages(name);
}

/** Removes files and folders below `folder`, those that are there. */
export async function removeAll(folder: string, ...names: string[]): Promise<void> {
  for (const name of names) await rm(path.join(folder, name), { recursive: true, force: true });
}
