import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "./project-root.ts";

/** How a command ended, and what it printed. */
export interface CommandResult {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface BuildOptions {
  /** Added to this process's; what is undefined is taken out. */
  environment?: Readonly<Record<string, string | undefined>>;
  /** Arguments for Node itself, before the command. */
  node?: readonly string[];
  /** Ends the build by a signal this many ms after its start. */
  kill?: { signal: "SIGKILL" | "SIGTERM"; after: number };
  /** A command that runs the build, with its arguments: `apart` makes one. */
  within?: readonly string[];
  /** The command's file below `scripts/cli/`. */
  command?: string;
  /** What is written after the command. */
  args?: readonly string[];
  /** Folder that the command runs in; the project's unless said otherwise. */
  cwd?: string;
}

/** The clock of test builds: a day on which everything in the project's content is due. */
export const testEpoch = String(Math.max(Date.UTC(2026, 11, 1), dayAfterAllDates()) / 1000);

function dayAfterAllDates(): number {
  const content = path.join(projectRoot, "content");
  const texts = readdirSync(content, { recursive: true, encoding: "utf8" })
    .filter((file) => /^(?:en|zh)[/\\].*\.md$/.test(file))
    .map((file) => readFileSync(path.join(content, file), "utf8"));
  const days = texts.flatMap((text) => /^date: *["']?(\d{4}-\d\d-\d\d)/m.exec(text)?.[1] ?? []);
  return Math.max(...days.map((day) => Date.parse(day) + 2 * 86_400_000));
}

/** Runs the real build of the project at `root` as a process of its own. */
export function runBuild(root: string, options: BuildOptions = {}): Promise<CommandResult> {
  const script = path.join(root, "scripts/cli", options.command ?? "build.ts");
  const [program = "", ...args] = [
    ...(options.within ?? []),
    process.execPath,
    "--import",
    import.meta.resolve("tsx"),
    ...(options.node ?? []),
    script,
    ...(options.args ?? []),
  ];
  const child = spawn(program, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, SOURCE_DATE_EPOCH: testEpoch, ...options.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { kill } = options;
  const timer = kill && setTimeout(() => child.kill(kill.signal), kill.after);
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, stdout, stderr });
    });
  });
}
