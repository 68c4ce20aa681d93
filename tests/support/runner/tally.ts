/** What came of a part of a test run. */
export interface Tally {
  passed: number;
  /** One line a failure, as the summary prints it. */
  failures: string[];
}

/** The parts of a run as one. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failures: tallies.flatMap((tally) => tally.failures),
  };
}
