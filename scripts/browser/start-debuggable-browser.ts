import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { browserArguments } from "./browser-arguments.ts";
import { requireBrowser } from "./require-browser.ts";

/** A browser that other programs steer through a port. */
export interface DebuggableBrowser {
  port: number;
  close: () => Promise<void>;
}

/**
 * Starts a browser that listens to the DevTools protocol on a free port of this machine, with an
 * empty profile of its own. Throws with what the browser said if it does not start.
 *
 * @param more arguments of Chrome besides those that every browser here is given
 */
export async function startDebuggableBrowser(...more: string[]): Promise<DebuggableBrowser> {
  const profile = await mkdtemp(path.join(tmpdir(), "browser-"));
  const args = ["--remote-debugging-port=0", `--user-data-dir=${profile}`, "--no-sandbox"];
  const browser = spawn(requireBrowser(), [...browserArguments, ...args, ...more, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<void>((resolve) => browser.once("close", () => resolve()));
  const close = async (): Promise<void> => {
    browser.kill();
    await ended;
    // Its helper processes may write for a moment longer than itself.
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const port = await new Promise<number>((resolve, reject) => {
      let said = "";
      browser.stderr.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const listening = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(said);
        if (listening) resolve(Number(listening[1]));
      });
      browser.once("error", reject);
      browser.once("close", () => reject(new Error(`the browser ended at once:\n${said}`)));
    });
    return { port, close };
  } catch (error) {
    await close();
    throw error;
  }
}
