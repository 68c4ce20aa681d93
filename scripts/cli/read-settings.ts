import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { EnvironmentFailure } from "../lib/failure.ts";
import type { Settings } from "../site/settings.ts";

/**
 * The settings that the environment gives: `SITE_ORIGIN`, `PATH_PREFIX` and `SOURCE_DATE_EPOCH`.
 *
 * @param say prints a line; where no clock is given and no git is there, it says so
 * @throws EnvironmentFailure when one of them is not of its form
 */
export async function readSettings(
  root: string,
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<Settings> {
  return {
    root,
    origin: readOrigin(environment.SITE_ORIGIN),
    prefix: readPrefix(environment.PATH_PREFIX),
    now: readEpoch(environment.SOURCE_DATE_EPOCH) ?? (await lastCommit(root, say)),
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

async function lastCommit(root: string, say: (line: string) => void): Promise<number> {
  const git = promisify(execFile);
  const seconds = await git("git", ["log", "-1", "--format=%ct"], { cwd: root }).then(
    ({ stdout }) => stdout.trim(),
    () => "",
  );
  if (seconds) return Number(seconds) * 1000;
  say("No git history here: this machine's clock decides what is due.");
  return Math.floor(Date.now() / 1000) * 1000;
}
