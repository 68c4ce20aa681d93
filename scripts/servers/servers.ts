import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/**
 * Sees to nginx, its module for Brotli, Caddy and wrk; installs what is missing and tells `log`.
 * Throws with the one command to run if they cannot be had.
 */
export function prepareServers(log: (line: string) => void): void {
  const missing = ["nginx", "caddy", "wrk"].filter((name) => findCommand(name) === undefined);
  if (!existsSync(brotliModule)) missing.push("libnginx-mod-http-brotli-static");
  if (missing.length === 0) return;
  if (!canInstallDebianPackages()) {
    throw new Error(
      `no servers to try the site on: run \`sudo apt-get install ${missing.join(" ")}\``,
    );
  }
  log(`not found: installing Debian's ${missing.join(", ")}`);
  installDebianPackages(...missing);
}

/** Where Debian's `libnginx-mod-http-brotli-static` puts the module that serves `.br` files. */
const brotliModule = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/** A command's file: on the `PATH`, or where only root's leads. */
export function findCommand(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/sbin"];
  return folders.map((folder) => path.posix.join(folder, name)).find((file) => existsSync(file));
}

/** A server on this machine, and a folder of its own that goes with it. */
interface RunningServer extends AsyncDisposable {
  /** `http://127.0.0.1:port`, without a trailing slash. */
  origin: string;
}

/**
 * Starts each of the servers as this user, with a file that `npm run hosts` wrote for it (nginx: the
 * `server` block; Caddy: the Caddyfile), over a folder served as `/`.
 *
 * @throws with what the server said, if it does not take the file
 */
export const startServer = {
  nginx: (block: string, root: string): Promise<RunningServer> =>
    runServer(async (folder, port) => {
      const file = path.join(folder, "nginx.conf");
      await mkdir(path.join(folder, "temp"));
      const moved = move(block, [
        [/(?<=^ {4}listen ).+(?=;$)/m, `127.0.0.1:${port}`],
        [/(?<=^ {4}root ).+(?=;$)/m, root],
      ]);
      await writeFile(file, configuration(folder, moved));
      return { command: "nginx", args: ["-p", folder, "-c", file, "-e", "stderr"] };
    }),
  // Without certificates and without its administration's port.
  Caddy: (caddyfile: string, root: string): Promise<RunningServer> =>
    runServer(async (folder, port) => {
      const file = path.join(folder, "Caddyfile");
      const moved = move(caddyfile, [
        [/^[^\s#]+(?= \{$)/m, `http://127.0.0.1:${port}`],
        [/(?<=^\troot \* ).+$/m, root],
      ]);
      await writeFile(file, `{\n\tadmin off\n\tauto_https off\n}\n${moved}`);
      return {
        command: "caddy",
        args: ["run", "--config", file, "--adapter", "caddyfile"],
        environment: { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
      };
    }),
};

/** A server's file with another address and another folder. Throws where it names none. */
function move(file: string, changes: readonly [from: RegExp, to: string][]): string {
  return changes.reduce((text, [from, to]) => {
    if (!from.test(text)) throw new Error(`the server's file has nothing like ${from}`);
    return text.replace(from, () => to);
  }, file);
}

const temporaryPaths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

function configuration(folder: string, block: string): string {
  // Root's workers would be another user, who may not read the folder.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  return `${user}
load_module ${brotliModule};
daemon off;
worker_processes auto;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 1024; }
http {
    access_log off;
    sendfile on;
${temporaryPaths.map((name) => `    ${name}_temp_path ${folder}/temp;\n`).join("")}
${block}
}
`;
}

/** A command line, and what the environment has besides. */
interface Invocation {
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
async function runServer(
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
  const abandon = (): void => {
    child.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  // However this process ends.
  process.once("exit", abandon);
  const stop = async () => {
    process.off("exit", abandon);
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

/** A port that nothing listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("a server without a port");
  server.close();
  await once(server, "close");
  return address.port;
}

/** True where this process may install Debian's packages: root, on Debian, with its apt-get. */
export function canInstallDebianPackages(release = "/etc/os-release"): boolean {
  // Not Ubuntu: its `chromium` is a stub for a snap, which does not start in a container.
  const isDebian = existsSync(release) && /^ID="?debian"?$/m.test(readFileSync(release, "utf8"));
  return isDebian && process.getuid?.() === 0;
}

/** Installs some of Debian's packages. Throws with the last lines of apt-get if that fails. */
export function installDebianPackages(...names: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  runQuietly("apt-get", ["update"], env);
  runQuietly("apt-get", ["install", "--yes", "--no-install-recommends", ...names], env);
}

/** Runs a command to its end. Returns what it printed; throws with its last lines if it fails. */
export function runQuietly(command: string, args: readonly string[], env = process.env): string {
  const shell = process.platform === "win32" && command === "npx";
  const result = spawnSync(command, args, { env, encoding: "utf8", shell });
  if (result.error) throw result.error;
  if (result.status === 0) return result.stdout;
  const lines = `${result.stdout}\n${result.stderr}`.trim().split("\n").slice(-5);
  throw new Error(`${command} ${args.join(" ")} failed:\n${lines.join("\n")}`);
}
