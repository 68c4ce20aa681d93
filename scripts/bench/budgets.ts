/**
 * The most that a page may cost at 390 px and DPR 2: bytes of the bodies, text in Brotli. In bytes
 * and not in time, so that no busy machine can break them.
 */
export const budgets = {
  /** HTML and CSS together: what the first ten packets of a new connection hold, RFC 6928. */
  markup: 14_000,
  fonts: 60_000,
  /** The script of the search pages, the only ones with any. */
  searchScript: 2_500,
  /** Everything, after scrolling through. */
  whole: 130_000,
  /** None, as far as Lighthouse shows it: less than what it would round up to 0.001. */
  layoutShift: 0.0005,
} as const;
