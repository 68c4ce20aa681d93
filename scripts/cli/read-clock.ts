import { EnvironmentFailure } from "../problems/problem.ts";
import type { LastCommit } from "./last-commit.ts";

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
