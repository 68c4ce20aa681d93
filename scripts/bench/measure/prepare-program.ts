import { existsSync } from "node:fs";
import path from "node:path";
import { EnvironmentFailure } from "../../problems/problem.ts";
import { canInstallDebianPackages, installDebianPackages } from "../../servers/servers.ts";

/**
 * Sees to a program that stands in a Debian package, most of them in one of the same name; installs it
 * where it may.
 *
 * @throws EnvironmentFailure with the one command to run if it cannot be had
 */
export function prepareProgram(
  name: string,
  say: (line: string) => void,
  packageName = name,
): void {
  const folders = (process.env.PATH ?? "").split(":");
  if (folders.some((folder) => existsSync(path.posix.join(folder, name)))) return;
  if (!canInstallDebianPackages()) {
    throw new EnvironmentFailure(
      `There is no program “${name}” here, which the bench needs — run “sudo apt-get install ${packageName}”`,
    );
  }
  say(`Installing Debian’s ${packageName}.`);
  installDebianPackages(packageName);
}
