/** What a report prints, and whether the command fails by it. */
export interface ReportOutcome {
  lines: readonly string[];
  failed: boolean;
}
