import type { Rules } from "../lib/rule.ts";

/** What time does to `/.well-known/security.txt`: `npm run report -- security` fails for it. */
export const securityRules = {
  "security-expires-soon": {
    severity: "warning",
    message: "security.txt holds only until {day}",
    remedy: "see that the contact details still hold, and write a day at most a year ahead",
    example: { day: "31 October 2027" },
  },
  "security-expired": {
    severity: "warning",
    message: "security.txt ran out on {day}, and finders of a weakness have no one to tell",
    remedy: "see that the contact details still hold, and write a day at most a year ahead",
    example: { day: "31 October 2027" },
  },
} as const satisfies Rules;
