import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { EnvironmentFailure } from "../problems/problem.ts";
import type { Settings } from "../site/check.ts";

/**
 * The settings that the environment gives: `SITE_ORIGIN`, `PATH_PREFIX` and `SOURCE_DATE_EPOCH`.
 *
 * @param say prints a line: where the build's date comes from, if not from the last commit
 * @throws EnvironmentFailure when one of them is not of its form, or git cannot read the commit whose
 *   time is needed
 */
export async function readSettings(
  root: string,
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<Settings> {
  const commit = await lastCommit(root, environment);
  if (commit?.unreadable !== undefined && environment.SOURCE_DATE_EPOCH) {
    say(`build.json names no commit: git cannot read the last one (${commit.unreadable}).`);
  }
  return {
    root,
    origin: readOrigin(environment.SITE_ORIGIN),
    prefix: readPrefix(environment.PATH_PREFIX),
    now: readClock(environment, commit, say),
    commit: commit?.unreadable === undefined ? commit : undefined,
    drafts: false,
  };
}

function readOrigin(written: string | undefined): string | undefined {
  if (!written) return undefined;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url?.protocol !== "https:" || url.pathname !== "/" || url.search || url.hash) {
    throw new EnvironmentFailure(
      `SITE_ORIGIN is “${written}”, which is not an address such as https://www.example.org — give the https:// address without a path, or leave it out`,
    );
  }
  if (/^(localhost|127\.|\[::1\])/.test(url.hostname)) {
    throw new EnvironmentFailure(
      `SITE_ORIGIN is “${written}”, this machine itself, which no visitor can reach — give the address of the public site`,
    );
  }
  return url.origin;
}

function readPrefix(written: string | undefined): string {
  if (!written || written === "/") return "/";
  // The characters of a path that need no escape anywhere: RFC 3986, section 2.3.
  if (!/^\/(?:[A-Za-z0-9._~-]+\/)+$/.test(written) || /\/\.{1,2}\//.test(written)) {
    throw new EnvironmentFailure(
      `PATH_PREFIX is “${written}”, which is not a path such as /twinning/ — begin and end it with a slash, and use letters, digits, dots and hyphens only`,
    );
  }
  return written;
}

/**
 * The build's only clock, in ms since 1970: `SOURCE_DATE_EPOCH`, else the last commit's time, else
 * the machine's.
 *
 * @param say prints a line: where the time comes from, if not from the last commit
 * @throws EnvironmentFailure when `SOURCE_DATE_EPOCH` is no time, or git could not read the commit
 *   whose time is needed
 */
export function readClock(
  environment: NodeJS.ProcessEnv,
  commit: LastCommit | undefined,
  say: (line: string) => void,
): number {
  const given = readEpoch(environment.SOURCE_DATE_EPOCH);
  if (given !== undefined) {
    const day = new Date(given).toISOString().replace(/T.*/, "");
    say(`This build is of ${day}, by SOURCE_DATE_EPOCH; unset it to build as of the last commit.`);
    return given;
  }
  if (commit?.unreadable !== undefined) {
    throw new EnvironmentFailure(
      `The time of the last commit cannot be read (${commit.unreadable}) — mend that, or give the build’s time in SOURCE_DATE_EPOCH, in seconds since 1970`,
    );
  }
  if (commit) return commit.time;
  say("No git history here: this machine's clock decides what is due.");
  return Math.floor(Date.now() / 1000) * 1000;
}

/** https://reproducible-builds.org/specs/source-date-epoch/: whole seconds since 1970. */
function readEpoch(written: string | undefined): number | undefined {
  if (!written) return undefined;
  const seconds = Number(written);
  // The last second that Date can show: ECMAScript, Time Values and Time Range.
  if (!/^\d+$/.test(written) || seconds > 8_640_000_000_000) {
    throw new EnvironmentFailure(
      `SOURCE_DATE_EPOCH is “${written}”, which is not a number of seconds since 1970 — give a whole number, or leave it out`,
    );
  }
  return seconds * 1000;
}

/** The commit that is checked out, or git's reason why that cannot be known. */
type LastCommit =
  | { hash: string; modified: boolean /** In ms since 1970. */; time: number; unreadable?: never }
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
