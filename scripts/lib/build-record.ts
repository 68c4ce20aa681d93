import { z } from "zod";

/**
 * The form of `build.json`, which says what a site was built from and what it consists of. A reader
 * passes over keys that it does not know.
 */
export const buildRecordSchema = z.object({
  /** The full hash; null where no git history was at hand. */
  commit: z
    .string()
    .regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
    .nullable(),
  /** Whether the work tree held anything that is not in the commit; left out where there is none. */
  modified: z.boolean().optional(),
  /** The build's only clock, in seconds since 1970; at most what `Date` can show. */
  sourceDateEpoch: z.int().min(0).max(8_640_000_000_000),
  /** The SHA-256 of every file but `build.json` itself, by path below `_site/`. */
  files: z.record(
    // A path that stays below the site, and that can be printed.
    z.string().regex(/^(?!\/)(?:(?:^|\/)(?!\.{1,2}(?:\/|$))[^/\\\p{Cc}]+)+$/u),
    z.string().regex(/^[0-9a-f]{64}$/),
  ),
});

export type BuildRecord = z.infer<typeof buildRecordSchema>;
