import { type ChildProcess, fork } from "node:child_process";
import type { BuildOutcome } from "./build-outcome.ts";

/**
 * Builds the preview, each time in a process of its own: Eleventy keeps layouts of earlier builds
 * for as long as it lives, and changed TypeScript is only loaded by a new process. The next one
 * always stands ready, so that no build waits for its start.
 */
export interface Builder {
  /** Builds; calls during a build are answered by one further build after it. */
  build(): void;
  /** Builds with the code as it is now, whatever runs or stands ready. */
  rebuild(): void;
  close(): void;
}

/**
 * @param script the command that builds once, at a message, and answers with a {@link BuildOutcome}
 * @param onOutcome told how each build ended
 */
export function createBuilder(script: string, onOutcome: (outcome: BuildOutcome) => void): Builder {
  let ready: ChildProcess | undefined = fork(script);
  let running: ChildProcess | undefined;
  let again = false;

  const finish = (child: ChildProcess, outcome: BuildOutcome) => {
    if (child !== running) return;
    running = undefined;
    onOutcome(outcome);
    ready ??= fork(script);
    if (again) build();
  };

  const build = () => {
    again = running !== undefined;
    if (again) return;
    const child = ready ?? fork(script);
    ready = undefined;
    running = child;
    child.on("message", (outcome: BuildOutcome) => finish(child, outcome));
    child.on("exit", () =>
      finish(child, {
        ok: false,
        sentences: ["The build stopped. What it printed stands in the terminal."],
      }),
    );
    child.send("build");
  };

  const stop = () => {
    const children = [ready, running];
    ready = undefined;
    running = undefined;
    for (const child of children) child?.kill();
  };

  return {
    build,
    rebuild() {
      stop();
      build();
    },
    close: stop,
  };
}
