import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "./free-port.ts";
import type { RunningServer } from "./running-server.ts";

/** A command line, and what the environment has besides. */
export interface Invocation {
  command: string;
  args: readonly string[];
  environment?: Readonly<Record<string, string>>;
}

/**
 * Starts a server on a free port and waits until it answers; disposing of it ends it.
 *
 * @param prepare writes the configuration for a port into a folder, and says how to start
 * @throws with what the server said, if it ends instead
 */
export async function runServer(
  prepare: (folder: string, port: number) => Promise<Invocation>,
): Promise<RunningServer> {
  const folder = await mkdtemp(path.join(tmpdir(), "server-"));
  const port = await freePort();
  const { command, args, environment } = await prepare(folder, port);
  // Debian has servers where only root's path leads.
  const search = `${process.env.PATH}:/usr/sbin`;
  const child = spawn(command, args, {
    env: { ...process.env, PATH: search, ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-4_000);
  });
  const stop = async () => {
    if (!hasEnded(child)) {
      child.kill();
      await once(child, "exit");
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await Promise.race([
      once(child, "exit").then(() => Promise.reject(new Error(`${command} ended:\n${said}`))),
      answers(port, child),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: stop };
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

async function answers(port: number, child: ChildProcess): Promise<void> {
  while (!hasEnded(child)) {
    const socket = connect(port, "127.0.0.1");
    try {
      await once(socket, "connect");
      return;
    } catch {
      await delay(10);
    } finally {
      socket.destroy();
    }
  }
}
