/** One value that a new file takes: given on the command line, or asked for on a terminal. */
export interface Field {
  name: string;
  /** How it stands on the command line, with an example: `--date 2026-11-23`. */
  example: string;
  /** What a terminal is asked, without a colon. */
  question: string;
  /** Taken where nothing is said; without it, something must be. */
  fallback?: string;
  /** What is wrong with a value and how to mend it; undefined if nothing is. */
  complaint: (value: string) => string | undefined;
}
