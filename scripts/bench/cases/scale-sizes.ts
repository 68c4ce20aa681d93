/** The sizes of the cases that measure growth: ten times as many articles in the second. */
export function scaleSizes(quick: boolean): { small: number; large: number } {
  return quick ? { small: 50, large: 500 } : { small: 1000, large: 10_000 };
}
