import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { Commit } from "../lib/files.ts";

/** The commit that is checked out, or git's reason why that cannot be known. */
export type LastCommit =
  | (Commit & { /** When it was made, in ms since 1970. */ time: number; unreadable?: never })
  | { unreadable: string };

/** The last commit; undefined where no repository is around `root`, as in an unpacked archive. */
export async function lastCommit(
  root: string,
  environment: NodeJS.ProcessEnv,
): Promise<LastCommit | undefined> {
  if (!isInRepository(root)) return undefined;
  const git = async (...args: string[]) => {
    // The reason is quoted within an English sentence.
    const options = { cwd: root, env: { ...environment, LC_ALL: "C" }, maxBuffer: 2 ** 26 };
    return (await promisify(execFile)("git", args, options)).stdout;
  };
  try {
    const [commit, changes] = await Promise.all([
      git("log", "-1", "--no-show-signature", "--format=%H %ct"),
      // Without the lock it writes nothing, and a command of the editor's is not in its way.
      git("--no-optional-locks", "status", "--porcelain", "--untracked-files=normal", "--", "."),
    ]);
    const [hash = "", seconds] = commit.trim().split(" ");
    return { hash, time: Number(seconds) * 1000, modified: changes !== "" };
  } catch (error) {
    return { unreadable: reason(error) };
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
