import { countWords } from "../lib/lists.ts";
import { reportLinks } from "../links/report.ts";
import { annotate, formatProblem } from "../problems/print.ts";
import { ContentFailure, EnvironmentFailure, sortProblems } from "../problems/problem.ts";
import { type InspectedSite, inspectSite, type Settings } from "../site/check.ts";
import { root, runCommand } from "./command.ts";
import { readSettings } from "./settings.ts";

/**
 * Whether `security.txt` has 30 days to run: for a job that runs every day, so it fails where the
 * check warns.
 *
 * @throws ContentFailure if the facts have errors, since then nobody knows
 */
function reportSecurity({ facts, problems, security }: InspectedSite, { now }: Settings) {
  if (!facts) throw new ContentFailure(problems);
  const today = new Date(now).toISOString().slice(0, 10);
  const sum = `security.txt holds until ${facts.site.security.expires}; today is ${today}.`;
  return { problems: security, sum, failed: security.length > 0 };
}

/** Every translation to look after, with the line to paste; never a failure. */
function reportTranslations({ translations }: InspectedSite) {
  const sum = `${countWords(translations.length, "warning")} about translations.`;
  return { problems: translations, sum, failed: false };
}

const reports = {
  translations: reportTranslations,
  security: reportSecurity,
  links: reportLinks,
};

// `npm run report -- translations`, `security` or `links`
await runCommand(async () => {
  const written = process.argv.slice(2).join(" ");
  if (!isReport(written)) {
    const said = written === "" ? "Nothing was named to report" : `There is no report “${written}”`;
    const known = Object.keys(reports).map((name) => `“npm run report -- ${name}”`);
    throw new EnvironmentFailure(`${said} — type ${known.join(" or ")}`);
  }
  const { now, ...build } = await readSettings(root, process.env, console.error);
  // A report is of today: a stamp, of the text as it lies here, committed or not.
  const settings = { ...build, now: process.env.SOURCE_DATE_EPOCH ? now : Date.now() };
  const { problems, sum, failed } = await reports[written](await inspectSite(settings), settings);
  for (const problem of sortProblems(problems)) console.log(formatProblem(problem));
  console.log(sum);
  annotate(problems);
  if (failed) process.exitCode = 1;
});

function isReport(name: string): name is keyof typeof reports {
  return Object.hasOwn(reports, name);
}
