import { spawn } from "node:child_process";
import type { Tally } from "./tally.ts";

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
