import type { Rules } from "../problems/problem.ts";
import { ruleGroups } from "./rule-groups.ts";

/** Every rule that content can break, by its name: `Problem.rule`. */
export const allRules: Rules = Object.assign({}, ...ruleGroups.map(({ rules }) => rules));
