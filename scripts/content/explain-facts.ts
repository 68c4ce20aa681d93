import type { Found } from "../lib/check-schema.ts";
import { excerpt } from "../lib/excerpt.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import { factsRules } from "./facts-rules.ts";

/** The rules that the schemas of the facts name, in words. */
export function explainFacts(rule: string, { place, key, value }: Found): Problem {
  const found = excerpt(value.text ?? value.written);
  switch (rule) {
    case "origin-form":
    case "email-form":
    case "telephone-form":
    case "time-zone-name":
    case "when-form":
    case "expires-form":
      return problemOf(factsRules, rule, place, { found });
    case "string-key-form": {
      const { path } = place;
      return problemOf(factsRules, rule, { path, ...value.key }, { key });
    }
    default:
      throw new Error(`a schema of the facts names a rule ${rule}, which is not explained`);
  }
}
