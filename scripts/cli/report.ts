import path from "node:path";
import { reportLinks } from "../links/report.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import { inspectSite } from "../site/inspect-site.ts";
import { readSettings } from "./read-settings.ts";
import { reportSecurity } from "./report-security.ts";
import { reportTranslations } from "./report-translations.ts";
import { runCommand } from "./run-command.ts";

const root = path.resolve(import.meta.dirname, "../..");

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
  const settings = await readSettings(root, process.env, console.error);
  const { lines, failed } = await reports[written](await inspectSite(settings), settings);
  for (const line of lines) console.log(line);
  if (failed) process.exitCode = 1;
});

function isReport(name: string): name is keyof typeof reports {
  return Object.hasOwn(reports, name);
}
