import type { Goal } from "../goals.ts";
import type { BenchResults } from "./bench-results.ts";
import { judgeGoal } from "./judge-goal.ts";

/** What is said around the table, a line each. */
export interface BenchNotes {
  /** When, of what and where. */
  heading: string;
  /** How many goals are met. */
  verdict: string;
  /** What the columns mean. */
  meaning: string;
  /** Of single rows. */
  remarks: readonly string[];
}

/** The words that go with the table and the charts. */
export function benchNotes(
  { date, commit, machine, quick, rows }: BenchResults,
  goals: readonly Goal[],
): BenchNotes {
  const verdicts = goals.flatMap((goal) => judgeGoal(goal, rows) ?? []);
  const met = verdicts.filter((verdict) => verdict.met).length;
  const unmeasured = goals.length - verdicts.length;
  const parts = [
    `${met} of ${verdicts.length} goals met`,
    ...(unmeasured > 0 ? [`${unmeasured} not measured in this run`] : []),
  ];
  const smaller = quick
    ? " A quick run: less of everything, so its goals are those of a full one in name only."
    : "";
  const remarks = rows.flatMap(({ title, competitor, note, missing }) => {
    const said = missing ?? note;
    return said === undefined ? [] : `${title}, ${competitor}: ${said}`;
  });
  return {
    heading: `${date}, ${commit ? `commit ${commit}, ` : ""}${machine}`,
    verdict: `${parts.join(", ")}.${smaller}`,
    meaning:
      "Medians. CPU: user and system, of all processes. Memory: the most that all processes of a build held at one moment. Ratio: ours to that of the row.",
    remarks,
  };
}
