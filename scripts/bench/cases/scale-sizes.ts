/** Numbers of articles: ten times as many in the second, to measure growth; a quick run has the second only. */
export function scaleSizes(quick: boolean): { small: number; large: number } {
  return quick ? { small: 0, large: 300 } : { small: 1000, large: 10_000 };
}
