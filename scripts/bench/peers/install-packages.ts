import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { runQuietly } from "../../servers/servers.ts";
import { EnvironmentFailure } from "../../problems/problem.ts";

/**
 * Installs packages from npm into `folder/node_modules/`, and nothing outside of it. None of their
 * scripts are run.
 *
 * @param packages exact versions by name
 * @throws EnvironmentFailure when npm cannot
 */
export async function installPackages(
  folder: string,
  packages: Readonly<Record<string, string>>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = { private: true, type: "module", dependencies: packages };
  await writeFile(path.join(folder, "package.json"), JSON.stringify(manifest));
  const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  try {
    runQuietly("npm", ["install", "--prefix", folder, ...quiet]);
  } catch (error) {
    const names = Object.keys(packages).join(", ");
    const said = error instanceof Error ? error.message : String(error);
    throw new EnvironmentFailure(
      `npm could not install ${names} — see that the registry can be reached: ${said}`,
    );
  }
}
