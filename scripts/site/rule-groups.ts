import { securityRules } from "../content/facts.ts";
import { factsRules } from "../content/facts-rules.ts";
import { fileRules } from "../content/files.ts";
import { frontMatterRules } from "../content/front-matter-rules.ts";
import { addressRules } from "../content/published.ts";
import { translationRules } from "../content/translations.ts";
import { brokenLinkRules, linkRules } from "../markdown/link-rules.ts";
import { blockRules, htmlRules } from "../markdown/rules.ts";
import { originalRules, photoUseRules, recordRules } from "../photos/rules.ts";
import type { Rules } from "../problems/problem.ts";
import { schemaRules } from "../problems/schema-rules.ts";
import { textRules } from "../problems/text.ts";
import { yamlRules } from "../problems/yaml-faults.ts";

/** Every rule that content can break, in the order and under the headings of the handbook. */
export const ruleGroups: readonly { heading: string; rules: Rules }[] = [
  { heading: "Files and addresses", rules: { ...fileRules, ...addressRules, ...textRules } },
  { heading: "Front matter", rules: frontMatterRules },
  { heading: "Keys and values", rules: { ...schemaRules, ...yamlRules } },
  { heading: "Headings, pictures, tables and code", rules: blockRules },
  { heading: "Links", rules: { ...linkRules, ...brokenLinkRules } },
  { heading: "HTML", rules: htmlRules },
  { heading: "Photographs", rules: { ...photoUseRules, ...originalRules, ...recordRules } },
  { heading: "Facts and words of the interface", rules: { ...factsRules, ...securityRules } },
  { heading: "Translations", rules: translationRules },
];
