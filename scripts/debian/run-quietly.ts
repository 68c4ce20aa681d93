import { spawnSync } from "node:child_process";

/** Runs a command to its end. Returns what it printed; throws with its last lines if it fails. */
export function runQuietly(command: string, args: readonly string[], env = process.env): string {
  const shell = process.platform === "win32" && command === "npx";
  const result = spawnSync(command, args, { env, encoding: "utf8", shell });
  if (result.error) throw result.error;
  if (result.status === 0) return result.stdout;
  const lines = `${result.stdout}\n${result.stderr}`.trim().split("\n").slice(-5);
  throw new Error(`${command} ${args.join(" ")} failed:\n${lines.join("\n")}`);
}
