import { existsSync } from "node:fs";
import path from "node:path";
import { canInstallDebianPackages, installDebianPackages } from "../debian/debian-packages.ts";
import { brotliModule } from "./brotli-module.ts";

/** What the site is served by and put under load by: Debian's name of each, and how to tell that it is there. */
const packages = [
  { name: "nginx", isThere: () => isCommand("nginx") },
  { name: "libnginx-mod-http-brotli-static", isThere: () => existsSync(brotliModule) },
  { name: "caddy", isThere: () => isCommand("caddy") },
  { name: "wrk", isThere: () => isCommand("wrk") },
];

/**
 * Sees to nginx, its module for Brotli, Caddy and wrk; installs what is missing and tells `log`.
 * Throws with the one command to run if they cannot be had.
 */
export function prepareServers(log: (line: string) => void): void {
  const missing = packages.filter(({ isThere }) => !isThere()).map(({ name }) => name);
  if (missing.length === 0) return;
  if (!canInstallDebianPackages()) {
    throw new Error(
      `no servers to try the site on: run \`sudo apt-get install ${missing.join(" ")}\``,
    );
  }
  log(`not found: installing Debian's ${missing.join(", ")}`);
  installDebianPackages(...missing);
}

function isCommand(name: string): boolean {
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/sbin"];
  return folders.some((folder) => existsSync(path.posix.join(folder, name)));
}
