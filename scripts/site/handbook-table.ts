import { fillIn } from "../lib/fill-in.ts";
import type { Rule } from "../problems/problem.ts";
import { ruleGroups } from "./rule-groups.ts";

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

function row({ severity, message, remedy, example }: Rule): string {
  const kind = severity === "warning" ? "warning: " : "";
  return `| ${kind}${cell(message, example)} | ${cell(remedy, example)} |`;
}

/** A `|` ends a cell, in code too: https://github.github.com/gfm/#tables-extension- */
function cell(sentence: string, example: Rule["example"]): string {
  return fillIn(sentence, example).replaceAll("|", "\\|");
}
