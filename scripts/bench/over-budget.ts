import { budgets } from "./budgets.ts";
import { sumBytes } from "./sum-bytes.ts";
import type { PageWeight } from "./weigh-page.ts";

/** What of a page's weight is over its budget, a sentence each. */
export function overBudget({ firstView, whole, shifts }: PageWeight): string[] {
  const faults: string[] = [];
  const weigh = (what: string, bytes: number, budget: number): void => {
    if (bytes > budget) faults.push(`${what}: ${bytes} B, the budget is ${budget} B`);
  };
  weigh("HTML and CSS", sumBytes(firstView, "document", "stylesheet"), budgets.markup);
  weigh("fonts", sumBytes(whole, "font"), budgets.fonts);
  weigh("whole page", sumBytes(whole), budgets.whole);
  const shift = shifts.reduce((sum, { value }) => sum + value, 0);
  if (shift >= budgets.layoutShift) {
    const moved = new Set(shifts.flatMap((each) => each.moved));
    faults.push(`layout shift ${shift.toFixed(4)} of ${[...moved].join(", ")}`);
  }
  return faults;
}
