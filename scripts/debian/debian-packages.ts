import { existsSync, readFileSync } from "node:fs";
import { runQuietly } from "./run-quietly.ts";

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
