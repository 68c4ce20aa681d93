import type { CivilDate } from "../lib/civil-date.ts";
import { dateline } from "../lib/dateline.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import type { Place } from "../lib/text-position.ts";
import { securityRules } from "./security-rules.ts";

const day = 86_400_000;
const daysOfNotice = 30;

/** The last day on which `security.txt` holds, and where it is written. */
export interface SecurityExpiry {
  expires: CivilDate;
  place: Place;
}

/** That `security.txt` has 30 days to run at `now` (milliseconds since 1970), in UTC as it says there. */
export function checkSecurity({ expires, place }: SecurityExpiry, now: number): Problem[] {
  const end = Date.UTC(expires.year, expires.month - 1, expires.day) + day;
  if (end - now >= daysOfNotice * day) return [];
  const rule = now < end ? "security-expires-soon" : "security-expired";
  return [problemOf(securityRules, rule, place, { day: dateline(expires, "en").text })];
}
