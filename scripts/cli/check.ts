import { countWords } from "../lib/lists.ts";
import { formatProblemsJson, printProblems } from "../problems/print.ts";
import { inspectSite } from "../site/check.ts";
import { formatTranslationNote, parseArguments, root, runCommand } from "./command.ts";
import { readSettings } from "./settings.ts";

// `npm run check [-- --json]`
await runCommand(async () => {
  const { json } = parseArguments(process.argv.slice(2), ["json"]);
  const settings = await readSettings(root, process.env, json ? console.error : console.log);
  const { entries, problems, translations } = await inspectSite(settings);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (errors > 0) process.exitCode = 1;
  if (json) return console.log(formatProblemsJson([...problems, ...translations]));
  printProblems(problems);
  const warnings = countWords(problems.length - errors, "warning");
  const sum =
    errors > 0
      ? `${countWords(errors, "error")}, ${warnings}.`
      : `${countWords(entries.length, "page")} in order, ${warnings}.`;
  console.log([sum, ...formatTranslationNote(translations.length)].join("\n"));
});
