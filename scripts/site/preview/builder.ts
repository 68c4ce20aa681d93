import { type ChildProcess, fork } from "node:child_process";
import type { BuildOutcome } from "./build-outcome.ts";

/** Builds the preview in a process of its own, so that changed TypeScript is loaded by a new one. */
export interface Builder {
  /** Builds; a call during a build is answered by one further build after it. */
  build(): void;
  /** Ends the process; the next build starts a new one, with the code as it is then. */
  restart(): void;
  close(): void;
}

/**
 * @param script the command that builds on each message and answers with a {@link BuildOutcome}
 * @param onOutcome told how each build ended
 */
export function createBuilder(script: string, onOutcome: (outcome: BuildOutcome) => void): Builder {
  let child: ChildProcess | undefined;
  let building = false;
  let again = false;

  const finish = (outcome: BuildOutcome) => {
    building = false;
    onOutcome(outcome);
    if (again) build();
  };

  const start = (): ChildProcess => {
    const started = fork(script);
    started.on("message", (outcome: BuildOutcome) => finish(outcome));
    started.on("exit", () => {
      if (child !== started) return;
      child = undefined;
      if (building) {
        finish({
          ok: false,
          sentences: ["The build stopped. What it printed stands in the terminal."],
        });
      }
    });
    return started;
  };

  const build = () => {
    again = building;
    if (building) return;
    building = true;
    child ??= start();
    child.send("build");
  };

  const stop = () => {
    const former = child;
    child = undefined;
    former?.kill();
  };

  return {
    build,
    restart() {
      stop();
      building = false;
      build();
    },
    close: stop,
  };
}
