import { type ChildProcess, fork } from "node:child_process";
import type { BuildOutcome } from "./build-outcome.ts";

/**
 * Builds the preview, each time in a process of its own: Eleventy keeps layouts of earlier builds
 * for as long as it lives, and changed TypeScript is only loaded by a new process. The next one
 * always stands ready and has rehearsed, so that no build waits for its start.
 */
export interface Builder {
  /** Builds; calls during a build are answered by one further build after it. */
  build(): void;
  /** Builds with the code as it is now, whatever runs or stands ready. */
  rebuild(): void;
}

/** What a process that builds is told. */
export type BuilderMessage = "rehearse" | "build";

/**
 * @param command the file, and its arguments, that builds once, when told, and answers with a {@link BuildOutcome}
 * @param onOutcome told how each build ended
 */
export function createBuilder(
  [file, ...args]: readonly [file: string, ...args: string[]],
  onOutcome: (outcome: BuildOutcome) => void,
): Builder {
  let ready: ChildProcess | undefined;
  let running: ChildProcess | undefined;
  /** Has answered, and goes on with what can come later. */
  let finishing: ChildProcess | undefined;
  let again = false;

  const finish = (child: ChildProcess, outcome: BuildOutcome) => {
    if (child !== running) return;
    running = undefined;
    finishing = child;
    onOutcome(outcome);
    if (again) build();
  };

  const build = () => {
    again = running !== undefined;
    if (again) return;
    // What it makes would be of yesterday.
    finishing?.kill("SIGKILL");
    const child = ready?.connected ? ready : fork(file, args);
    ready = undefined;
    running = child;
    child.on("message", (outcome: BuildOutcome) => {
      finish(child, outcome);
      if (running) return;
      ready = fork(file, args);
      tell(ready, "rehearse");
    });
    child.on("exit", () =>
      finish(child, {
        ok: false,
        sentences: ["The build stopped. What it printed stands in the terminal."],
      }),
    );
    tell(child, "build");
  };

  const stop = () => {
    // Not to be put off: what they write is put in place by renames only.
    for (const child of [ready, running, finishing]) child?.kill("SIGKILL");
    ready = undefined;
    running = undefined;
  };

  process.once("exit", stop);
  return {
    build,
    rebuild() {
      stop();
      build();
    },
  };
}

function tell(child: ChildProcess, message: BuilderMessage): void {
  // One that has ended cannot be told; its exit is noticed by itself.
  child.send(message, () => {});
}
