import type { Found } from "../lib/check-schema.ts";
import { excerpt } from "../lib/excerpt.ts";
import type { Language } from "../lib/language.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import { explainDate } from "./explain-date.ts";
import { frontMatterRules } from "./front-matter-rules.ts";

/** The rules that the schema of front matter names, in words. */
export function explainFrontMatter(rule: string, found: Found, language: Language): Problem {
  const { place, value } = found;
  const text = value.text ?? value.written;
  const shown = excerpt(text, 40);
  switch (rule) {
    case "date":
      return explainDate(text, found.key, language, place);
    case "translated-form":
      return problemOf(frontMatterRules, rule, place, { found: shown });
    case "alias-form":
      return problemOf(frontMatterRules, rule, place, { found: shown, suggestion: address(text) });
    case "screen-city-twice":
      return problemOf(frontMatterRules, rule, place, { city: shown });
    default:
      throw new Error(`the schema of front matter names a rule ${rule}, which is not explained`);
  }
}

/** What is left of a wrong alias as an address on this site. */
function address(written: string): string {
  const path = written
    .trim()
    .replace(/^https?:\/\/[^/]*/i, "")
    .replace(/[?#].*$/, "");
  const steps = path
    .split("/")
    .map((step) => step.replace(/\.[a-z]+$/i, ""))
    .filter((step) => /^(?!.*\s)[\w~!$&'()*+,;=:@\u00a1-\uffff-]{1,80}$/.test(step));
  return steps.length === 0 ? "/old-address/" : `/${steps.join("/")}/`;
}
