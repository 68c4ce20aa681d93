import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";

/** What the preview serves; never `_site/`, which is for publishing alone. */
export function previewFolder(root: string): string {
  return path.join(root, ".cache/preview");
}

/** The index of its search, which is made after the pages and so in a folder of its own. */
export function previewSearchFolder(root: string): string {
  return path.join(root, ".cache/preview-search");
}

/** How a build of the preview ended. */
export interface BuildOutcome {
  ok: boolean;
  /** What to print: warnings and the sum, or what is wrong, one sentence a problem. */
  lines: string[];
}

/**
 * The process that builds the preview, again and again: a process loads code only once, and the one that
 * serves is to stay when code changes.
 */
interface BuildProcess {
  build(): void;
  /** Builds with the code as it is now. */
  restart(): void;
}

/**
 * @param command the file that Node runs, and its arguments: a process that builds at each message, and
 *   answers with a {@link BuildOutcome}
 * @param onOutcome told how each build ended
 */
export function buildProcess(
  [file, ...args]: readonly [file: string, ...args: string[]],
  onOutcome: (outcome: BuildOutcome) => void,
): BuildProcess {
  let running: ChildProcess | undefined;
  const start = (): ChildProcess => {
    const child = fork(file, args);
    child.on("message", (outcome: BuildOutcome) => {
      if (child === running) onOutcome(outcome);
    });
    child.once("exit", () => {
      if (child !== running) return;
      running = undefined;
      const line = "The build stopped. What it printed stands in the terminal.";
      onOutcome({ ok: false, lines: [line] });
    });
    return child;
  };
  const build = () => {
    running ??= start();
    // One that has ended cannot be told; its exit is noticed by itself.
    running.send("build", () => {});
  };
  const stop = () => {
    const child = running;
    running = undefined;
    // Not to be put off: what it writes into caches is put in place by renames, or has its own hash.
    child?.kill("SIGKILL");
  };
  process.once("exit", stop);
  return {
    build,
    restart() {
      stop();
      build();
    },
  };
}
