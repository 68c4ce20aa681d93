import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { EnvironmentFailure } from "../lib/failure.ts";

/**
 * When the last commit was made, in ms since 1970; undefined where no repository is around `root`,
 * as in an unpacked archive.
 *
 * @throws EnvironmentFailure with git's own reason where it cannot read the repository
 */
export async function lastCommit(
  root: string,
  environment: NodeJS.ProcessEnv,
): Promise<number | undefined> {
  if (!isInRepository(root)) return undefined;
  const command = ["log", "-1", "--no-show-signature", "--format=%ct"];
  try {
    const { stdout } = await promisify(execFile)("git", command, {
      cwd: root,
      // The reason is quoted within an English sentence.
      env: { ...environment, LC_ALL: "C" },
    });
    return Number(stdout) * 1000;
  } catch (error) {
    throw new EnvironmentFailure(
      `The time of the last commit cannot be read (${reason(error)}) — mend that, or give the build’s time in SOURCE_DATE_EPOCH, in seconds since 1970`,
    );
  }
}

function isInRepository(folder: string): boolean {
  if (existsSync(path.join(folder, ".git"))) return true;
  const parent = path.dirname(folder);
  return parent !== folder && isInRepository(parent);
}

/** Git's last “fatal:” line: what stands before it warns, and what follows gives advice. */
function reason(error: unknown): string {
  const { code, stderr = "" } = error as { code?: unknown; stderr?: string };
  if (code === "ENOENT") return "git is not installed";
  const fatal = [...stderr.matchAll(/^fatal: (.+)$/gm)].at(-1)?.[1];
  return fatal ?? `git ended with ${code}`;
}
