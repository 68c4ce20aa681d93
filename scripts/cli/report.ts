import path from "node:path";
import { countWords } from "../lib/count-words.ts";
import { EnvironmentFailure } from "../lib/failure.ts";
import { formatProblem } from "../lib/format-problem.ts";
import { sortProblems } from "../lib/sort-problems.ts";
import { inspectSite } from "../site/inspect-site.ts";
import { readSettings } from "./read-settings.ts";
import { runCommand } from "./run-command.ts";

const root = path.resolve(import.meta.dirname, "../..");

// `npm run report -- translations`
await runCommand(async () => {
  const args = process.argv.slice(2);
  if (args.length !== 1 || args[0] !== "translations") {
    const said =
      args.length === 0 ? "Nothing was named to report" : `There is no report “${args.join(" ")}”`;
    throw new EnvironmentFailure(`${said} — type “npm run report -- translations”`);
  }
  const settings = await readSettings(root, process.env, console.error);
  const { translations } = await inspectSite(settings);
  for (const problem of sortProblems(translations)) console.log(formatProblem(problem));
  console.log(`${countWords(translations.length, "warning")} about translations.`);
});
