import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { watch } from "chokidar";

/** In ms. Editors write a file in two or three steps; more files than one are one more build. */
export const settleTime = 20;

/** A command that is to run for as long as this process does. */
export interface KeptCommand {
  /** The file that Node runs, and its arguments. It sends a message once it serves. */
  command: readonly [file: string, ...args: string[]];
  /** Files and folders of code, absolute. */
  code: readonly string[];
  /** Prints a line. */
  say(line: string): void;
}

/**
 * Runs a command in a process of its own, and anew when its code changes, which a process loads only
 * once. Ends with it where it never served: it has said why.
 */
export function keepRunning({ command: [file, ...args], code, say }: KeptCommand): void {
  let child: ChildProcess;
  let hasServed = false;
  const start = () => {
    const started = fork(file, args);
    child = started;
    started.once("message", () => {
      hasServed = true;
    });
    started.once("exit", (exitCode) => {
      if (started.killed) return;
      if (!hasServed) process.exit(exitCode ?? 2);
      say("The preview stopped; what it printed stands above. It starts again when code is saved.");
    });
  };
  const restart = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, "exit");
      // Not to be put off: what it writes into caches is put in place by renames only.
      child.kill("SIGKILL");
      await ended;
    }
    start();
  };
  let timer: NodeJS.Timeout | undefined;
  watch([...code], { ignoreInitial: true }).on("all", (_event, changed) => {
    if (!/\.m?[jt]s$/.test(changed)) return;
    clearTimeout(timer);
    timer = setTimeout(restart, settleTime);
  });
  process.once("exit", () => child.kill("SIGKILL"));
  start();
}
