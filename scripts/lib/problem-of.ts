import { fillIn } from "./fill-in.ts";
import { oneLine } from "./one-line.ts";
import type { Problem } from "./problem.ts";
import type { Rules, RuleValues } from "./rule.ts";
import type { Place } from "./text-position.ts";

/** The problem that `name`, one of `rules`, is at `place`. The types ask for the values it needs. */
export function problemOf<R extends Rules, N extends keyof R & string>(
  rules: R,
  name: N,
  place: Place,
  values: RuleValues<R[N]>,
): Problem {
  const rule = rules[name];
  if (rule === undefined) throw new Error(`there is no rule ${name}`);
  const filled: Record<string, string> = {};
  for (const [key, value] of Object.entries<string | number>(values)) {
    filled[key] = oneLine(String(value));
  }
  return {
    rule: name,
    severity: rule.severity,
    path: place.path,
    line: place.line,
    column: place.column,
    message: fillIn(rule.message, filled),
    remedy: fillIn(rule.remedy, filled),
  };
}
