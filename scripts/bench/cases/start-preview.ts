import { spawn } from "node:child_process";
import { once } from "node:events";
import { EnvironmentFailure } from "../../problems/problem.ts";
import { freePort } from "../../servers/servers.ts";
import { lastLines } from "../measure/last-lines.ts";
import { stopWithBench } from "../measure/stop-with-bench.ts";
import type { Command } from "./bench-case.ts";

/** A preview that answers. */
export interface Preview extends AsyncDisposable {
  /** `http://localhost:8080`, without a trailing slash. */
  origin: string;
}

/**
 * Starts the preview on a free port and waits until it answers. Ended when disposed of.
 *
 * @throws EnvironmentFailure with what it said last, if it ends instead
 */
export async function startPreview({ file, args, cwd, env }: Command): Promise<Preview> {
  const port = await freePort();
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const stopping = stopWithBench(child);
  let said = "";
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said = (said + text).slice(-10_000);
        if (text.includes("The preview is at")) resolve();
      });
    }
    child.once("error", reject);
    child.once("close", () => {
      reject(new EnvironmentFailure(`The preview ended — it said last:\n${lastLines(said)}`));
    });
  });
  return {
    origin: `http://localhost:${port}`,
    async [Symbol.asyncDispose]() {
      const closed = once(child, "close");
      child.kill();
      await closed;
      stopping[Symbol.dispose]();
    },
  };
}
