import { EnvironmentFailure } from "../problems/problem.ts";
import type { Settings } from "../site/settings.ts";
import { lastCommit } from "./last-commit.ts";
import { readClock } from "./read-clock.ts";

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
