import { problemOf } from "../lib/problem-of.ts";
import type { RuleValues } from "../lib/rule.ts";
import type { Fault } from "./fault.ts";
import { photoRules } from "./photo-rules.ts";

type PhotoRules = typeof photoRules;

/** The fault that one of the rules names, with the values that its sentences ask for. */
export function photoFault<N extends keyof PhotoRules>(
  rule: N,
  values: RuleValues<PhotoRules[N]>,
): Fault {
  return (place) => problemOf(photoRules, rule, place, values);
}
