import type { Rules } from "../problems/problem.ts";

/** What can be wrong with an event, beyond what can be wrong with any page. */
export const eventRules = {
  "event-time-unclear": {
    severity: "error",
    message: "`{found}` is neither a day nor a day with a time",
    remedy: "write the day and the time like this: `{one}`",
    example: { found: "Saturday at seven", one: "start: 2026-12-05 19:00" },
  },
  "booking-form": {
    severity: "error",
    message: "`{found}` is no address with `https:` or `mailto:`",
    remedy: "write the whole address, such as `booking: https://example.org/book`",
    example: { found: "at the door" },
  },
} as const satisfies Rules;
