import type { ChildProcess } from "node:child_process";

/**
 * Ends a child, and all in its process group, when this process ends before it; until disposed of.
 * The child must have been started `detached`, which gives it a group of its own.
 */
export function stopWithBench(child: ChildProcess): Disposable {
  const stop = (): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch (error) {
      // It has ended already.
      if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
    }
  };
  // Before the folder is removed in which it works: what still writes there would keep it from going.
  process.prependOnceListener("exit", stop);
  return { [Symbol.dispose]: () => void process.off("exit", stop) };
}
