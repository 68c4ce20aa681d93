import { readFileSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../support/files.ts";
import type { GithubFiles, GithubRule, Job, Workflow } from "./github-files.ts";

const none: Workflow = { on: {}, jobs: {} };
const workflow = ({ workflows }: GithubFiles, name: string) =>
  workflows.get(`workflows/${name}.yml`) ?? none;
const job = (files: GithubFiles, name: string, id: string): Job =>
  workflow(files, name).jobs[id] ?? {};
const needs = ({ needs: needed = [] }: Job) => [needed].flat();
const runs = ({ steps = [] }: Job) => steps.map(({ run = "" }) => run).join("\n");
const uses = ({ steps = [] }: Job, action: string) =>
  steps.filter((step) => step.uses?.startsWith(`actions/${action}@`));

const expression = (of: string) => `\${{ ${of} }}`;

/** The faults among `claims`, by what each says. */
const unless = (claims: Record<string, boolean>) =>
  Object.entries(claims).flatMap(([claim, holds]) => (holds ? [] : [claim]));

const inputs = ["site-origin", "path-prefix", "source-date-epoch"] as const;
const variable = (input: string) => input.toUpperCase().replaceAll("-", "_");

/** What must be true of how the workflows work together. */
export const publishingRules = {
  "each workflow has its events": (files) => {
    const on = (name: string) => JSON.stringify(workflow(files, name).on);
    const crons = ["5 16 * * *", "5 23 * * *", "5 0 * * *"].map((cron) => ({ cron }));
    const daily = { schedule: crons, workflow_dispatch: null };
    return unless({
      check: /^\{"pull_request":null,"workflow_call":\{/.test(on("check")),
      publish: on("publish") === '{"push":{"branches":["main"]},"workflow_call":null}',
      daily: on("daily") === JSON.stringify(daily),
      weekly: /^\{"schedule":\[\{"cron":"\d+ \d+ \* \* [0-6]"\}\],/.test(on("weekly")),
    });
  },
  "what is published is the one artefact that was checked": (files) => {
    const { jobs } = workflow(files, "check");
    const deploy = job(files, "publish", "deploy");
    const built = Object.values(jobs).filter((each) => uses(each, "upload-pages-artifact").length);
    const tests = Object.values(jobs).filter((each) => runs(each).includes("--only="));
    const tested = tests.filter((each) => needs(each).includes("build"));
    return unless({
      "built once": built.length === 1 && /npm run build$/m.test(runs(jobs.build ?? {})),
      "each step of the tests is a job": ["types", "lint", "unit", "site", "browser"].every(
        (step) => tests.some(({ strategy }) => strategy?.matrix.step?.includes(step)),
      ),
      "the site's tests take the artefact": tested.every(({ steps = [] }) =>
        steps.some((step) => step.uses === "./.github/actions/built-site"),
      ),
      "publish calls check":
        job(files, "publish", "check").uses === "./.github/workflows/check.yml",
      "deployed after the check": needs(deploy).includes("check"),
      "deployed as it is": uses(deploy, "deploy-pages").length === 1 && !/npm/.test(runs(deploy)),
      "by the name that the check gave": [
        uses(deploy, "download-artifact")[0]?.with?.name,
        uses(deploy, "deploy-pages")[0]?.with?.artifact_name,
      ].every((name) => name === expression("needs.check.outputs.artifact")),
      attested: uses(deploy, "attest-build-provenance").length === 1,
    });
  },
  "it is built for where it will be, and for when it is published": (files) => {
    const { steps = [], outputs = {} } = job(files, "publish", "start");
    const clock = steps.find(({ run = "" }) => run.includes('source-date-epoch=$(date +%s)" >>'));
    const given = job(files, "publish", "check").with ?? {};
    const env = job(files, "check", "build").env ?? {};
    const tests = job(files, "check", "site").env ?? {};
    return unless({
      "configure-pages is asked": uses({ steps }, "configure-pages")[0]?.id === "pages",
      "site-origin": outputs["site-origin"] === expression("steps.pages.outputs.origin"),
      // The build wants a slash at the end, which `base_path` never has.
      "path-prefix": outputs["path-prefix"] === `${expression("steps.pages.outputs.base_path")}/`,
      "source-date-epoch":
        clock?.id === "clock" &&
        outputs["source-date-epoch"] === expression("steps.clock.outputs.source-date-epoch"),
      "handed to the check": inputs.every(
        (input) => given[input] === expression(`needs.start.outputs.${input}`),
      ),
      "handed to the build and to the tests of what was built": [env, tests].every((each) =>
        inputs.every((input) => each[variable(input)] === expression(`inputs.${input}`)),
      ),
    });
  },
  "the addresses of what was published are noted, once it is": (files) => {
    const addresses = job(files, "publish", "addresses");
    const record = job(files, "publish", "record");
    return unless({
      "as of the same time": `${addresses.env?.SOURCE_DATE_EPOCH}`.includes("needs.start.outputs"),
      "listed by the build": /npm run addresses$/m.test(runs(addresses)),
      "after deployment": needs(record).includes("deploy") && needs(record).includes("addresses"),
      "by the script": runs(record).includes(".github/scripts/record-addresses.sh"),
    });
  },
  "daily publishes whatever the reports say, and reports as of today": (files) => {
    const publish = job(files, "daily", "publish");
    const report = job(files, "daily", "report");
    return unless({
      published: publish.uses === "./.github/workflows/publish.yml" && needs(publish).length === 0,
      reported: ["links", "security"].every((one) => report.strategy?.matrix.report?.includes(one)),
      today: runs(report).includes('SOURCE_DATE_EPOCH=$(date +%s)" >>"$GITHUB_ENV"'),
    });
  },
  "translations to look after stand at pull requests": (files) => {
    const { steps = [] } = job(files, "check", "build");
    const report = steps.find(({ run }) => run === ".github/scripts/report.sh translations");
    return unless({ reported: report?.if === "github.event_name == 'pull_request'" });
  },
  "the long cases run once a week, and the unit tests on the oldest Node that will do as well": (
    files,
  ) => {
    const { strategy } = job(files, "check", "source");
    const { engines } = JSON.parse(readFileSync(path.join(projectRoot, "package.json"), "utf8"));
    const oldest = JSON.stringify({ step: "unit", node: engines.node.replace(">=", "") });
    return unless({
      weekly: /npm run test:long$/m.test(runs(job(files, "weekly", "long"))),
      oldest: JSON.stringify(strategy?.matrix.include) === `[${oldest}]`,
      "set up":
        files.actions.get("actions/setup/action.yml")?.[0]?.with?.["node-version"] ===
        expression("inputs.node"),
    });
  },
  ".cache/ is kept by key": (files) => {
    const [cache] = uses(job(files, "check", "build"), "cache");
    const { path = "", key = "", "restore-keys": former = "" } = cache?.with ?? {};
    const begins = `${former}` !== "" && `${key}`.startsWith(`${former}`);
    return unless({ cached: `${path}`.startsWith(".cache/"), begins });
  },
  "Dependabot looks after packages and actions, our own too, in one request a week each": ({
    dependabot,
    actions,
  }) => {
    const update = (ecosystem: string) =>
      dependabot.updates.find((each) => each["package-ecosystem"] === ecosystem) ?? {};
    const weekly = (each: Record<string, unknown>) =>
      JSON.stringify(each.schedule) === '{"interval":"weekly"}' &&
      /^\{"\w+":\{"patterns":\["\*"\]\}\}$/.test(JSON.stringify(each.groups) ?? "");
    const folders = JSON.stringify(update("github-actions").directories);
    return unless({
      npm: weekly(update("npm")) && update("npm").directory === "/",
      actions: weekly(update("github-actions")),
      folders: folders === '["/","/.github/actions/*"]',
      "actions of our own": [...actions.keys()].every((file) => file.split("/").length === 3),
    });
  },
} satisfies Record<string, GithubRule>;
