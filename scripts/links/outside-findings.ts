import type { Rules } from "../lib/rule.ts";

/** What a visit to other sites tells of links: not rules of the check, which needs no network. */
export const outsideFindings = {
  "outside-dead": {
    severity: "error",
    message: "the link `{href}` leads nowhere: {reason}",
    remedy: "write the address that the page has now, or take the link out",
    example: { href: "https://www.example.org/page", reason: "the host answers 404" },
  },
  "outside-moved": {
    severity: "warning",
    message: "the page that `{href}` leads to has moved for good",
    remedy: "write `{better}`",
    example: { href: "http://example.org/", better: "https://www.example.org/" },
  },
  "outside-refused": {
    severity: "warning",
    message: "the host of `{href}` answers {status} to this report, and may do so to readers",
    remedy: "open it in a browser to see",
    example: { href: "https://www.example.org/page", status: "403" },
  },
} as const satisfies Rules;
