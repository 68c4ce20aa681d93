import { aliasRules } from "../content/aliases.ts";
import { eventRules } from "../content/event-rules.ts";
import { securityRules } from "../content/facts.ts";
import { factsRules } from "../content/facts-rules.ts";
import { fileRules } from "../content/files.ts";
import { foreignKeyRules } from "../content/foreign-keys.ts";
import { frontMatterRules } from "../content/front-matter-rules.ts";
import { nameRules } from "../content/names.ts";
import { addressRules } from "../content/published.ts";
import { translationRules } from "../content/translations.ts";
import { downloadRules } from "../downloads/rules.ts";
import { fillIn } from "../lib/fill-in.ts";
import { htmlRules } from "../markdown/html-rules.ts";
import { brokenLinkRules, linkRules } from "../markdown/link-rules.ts";
import { netRules } from "../markdown/net-rules.ts";
import { plainTextRules } from "../markdown/plain.ts";
import { blockRules, noteRules } from "../markdown/rules.ts";
import { photoRules } from "../photos/rules.ts";
import type { Rules } from "../problems/problem.ts";
import { schemaRules } from "../problems/schema-rules.ts";
import { textRules } from "../problems/text.ts";
import { yamlRules } from "../problems/yaml-faults.ts";

/** Every rule that content can break, in the order and under the headings of the handbook. */
export const ruleGroups: readonly { heading: string; rules: Rules }[] = [
  { heading: "Files and addresses", rules: { ...fileRules, ...addressRules, ...textRules } },
  {
    heading: "Front matter",
    rules: {
      ...frontMatterRules,
      ...nameRules,
      ...plainTextRules,
      ...foreignKeyRules,
      ...aliasRules,
    },
  },
  { heading: "Events", rules: eventRules },
  { heading: "Keys and values", rules: { ...schemaRules, ...yamlRules } },
  { heading: "Headings, pictures, tables and code", rules: blockRules },
  { heading: "Footnotes and callouts", rules: noteRules },
  { heading: "Links", rules: { ...linkRules, ...brokenLinkRules } },
  { heading: "Text that is lost, or shown as typed", rules: netRules },
  { heading: "HTML", rules: htmlRules },
  { heading: "Photographs", rules: photoRules },
  { heading: "Files for downloading", rules: downloadRules },
  { heading: "Facts and words of the interface", rules: { ...factsRules, ...securityRules } },
  { heading: "Translations", rules: translationRules },
];

/** Every rule that content can break, by its name: `Problem.rule`. */
export const allRules: Rules = Object.assign({}, ...ruleGroups.map(({ rules }) => rules));

const begin = "<!-- Messages: written by `npm run handbook` -->";
const end = "<!-- End of the messages -->";

/**
 * `handbook` (Markdown) with the table of every message and its remedy, each with the words of its
 * example, between the two comments that mark its place.
 *
 * @throws if the comments are not there
 */
export function withHandbookTable(handbook: string): string {
  const from = handbook.indexOf(begin);
  const to = handbook.indexOf(end);
  if (from === -1 || to < from) {
    throw new Error(`the handbook must hold the lines “${begin}” and “${end}”`);
  }
  return `${handbook.slice(0, from + begin.length)}\n\n${tables()}\n${handbook.slice(to)}`;
}

function tables(): string {
  return ruleGroups
    .map(({ heading, rules }) => {
      const rows = Object.values(rules).map(row);
      return `### ${heading}\n\n| What it says | How to mend it |\n| --- | --- |\n${rows.join("\n")}\n`;
    })
    .join("\n");
}

function row({ severity, message, remedy, example }: Rules[string]): string {
  const kind = severity === "warning" ? "warning: " : "";
  return `| ${kind}${cell(message, example)} | ${cell(remedy, example)} |`;
}

/** A `|` ends a cell, in code too: https://github.github.com/gfm/#tables-extension- */
function cell(sentence: string, example: Rules[string]["example"]): string {
  return fillIn(sentence, example).replaceAll("|", "\\|");
}
