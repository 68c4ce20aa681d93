import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { listFiles, projectRoot } from "../support/files.ts";

/** A step of a job or of an action; what the rules look at. */
interface Step {
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  shell?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

/** A job of a workflow. */
interface Job {
  if?: string;
  needs?: string | string[];
  permissions?: Record<string, string> | string;
  outputs?: Record<string, string>;
  env?: Record<string, string>;
  uses?: string;
  with?: Record<string, string>;
  steps?: Step[];
  strategy?: { matrix: Record<string, string[]> & { include?: unknown } };
  "runs-on"?: unknown;
  "timeout-minutes"?: number;
}

/** A workflow; `on` as GitHub documents it, with a value for every event. */
interface Workflow {
  on: Record<string, unknown>;
  permissions?: unknown;
  concurrency?: { group?: string; "cancel-in-progress"?: boolean | string };
  defaults?: { run?: { shell?: string } };
  jobs: Record<string, Job>;
}

/** The files of `.github/` that GitHub runs, by path from there: `workflows/check.yml`. */
interface GithubFiles {
  texts: ReadonlyMap<string, string>;
  workflows: ReadonlyMap<string, Workflow>;
  /** The steps of the actions of our own. */
  actions: ReadonlyMap<string, Step[]>;
  dependabot: { updates: Record<string, unknown>[] };
}

/** What is wrong with the files, each with the file's path; empty: nothing. */
export type GithubRule = (files: GithubFiles) => string[];

const folder = path.join(projectRoot, ".github");

/** Reads the files; `change` may give another text for one of them. */
export async function readGithubFiles(
  change: (file: string, text: string) => string = (_, text) => text,
): Promise<GithubFiles> {
  const names = (await listFiles(folder)).filter((name) => /^(workflows|actions)\//.test(name));
  const texts = new Map<string, string>();
  for (const name of [...names, "dependabot.yml"]) {
    texts.set(name, change(name, await readFile(path.join(folder, name), "utf8")));
  }
  const parsed = [...texts].map(([name, text]) => [name, parse(text, { strict: true })] as const);
  const within = (part: string) => parsed.filter(([name]) => name.startsWith(part));
  return {
    texts,
    workflows: new Map(within("workflows/")),
    actions: new Map(within("actions/").map(([name, action]) => [name, action.runs.steps])),
    dependabot: parse(texts.get("dependabot.yml") ?? ""),
  };
}

/** The workflows that `is` holds for, by their files. */
const workflowsThat = ({ workflows }: GithubFiles, is: (workflow: Workflow) => unknown) =>
  [...workflows].flatMap(([file, workflow]) => (is(workflow) ? [file] : []));

/** The jobs that `is` holds for, each with its place. */
const jobsThat = ({ workflows }: GithubFiles, is: (job: Job) => unknown) =>
  [...workflows].flatMap(([file, { jobs }]) =>
    Object.entries(jobs).flatMap(([name, job]) => (is(job) ? [`${file}: ${name}`] : [])),
  );

/** The steps of jobs and actions that `is` holds for, each with its place. */
const stepsThat = (
  { workflows, actions }: GithubFiles,
  is: (step: Step, file: string) => unknown,
): string[] => {
  const ofJobs = [...workflows].map(
    ([file, { jobs }]) => [file, Object.values(jobs).flatMap(({ steps = [] }) => steps)] as const,
  );
  return [...ofJobs, ...actions].flatMap(([file, steps]) =>
    steps.filter((step) => is(step, file)).map(({ uses, run }) => `${file}: ${uses ?? run}`),
  );
};

const scopes = ({ permissions = {} }: Job) =>
  Object.entries(permissions).map(([scope, access]) => `${scope}: ${access}`);

/** What the jobs of a called workflow need, and of those that it calls. */
function needed(files: GithubFiles, called: string): string[] {
  const jobs = Object.values(files.workflows.get(called.replace("./.github/", ""))?.jobs ?? {});
  const all = jobs.flatMap((job) => (job.uses ? needed(files, job.uses) : scopes(job)));
  const writes = all.filter((scope) => scope.endsWith(": write"));
  const reads = all.filter((scope) => !writes.includes(scope.replace(": read", ": write")));
  return [...new Set([...writes, ...reads])].sort();
}

/** What must be true of every workflow and job. */
export const jobRules = {
  "a workflow has no permissions, and each of its jobs names its own": (files) => [
    ...workflowsThat(files, ({ permissions }) => JSON.stringify(permissions) !== "{}"),
    ...jobsThat(files, ({ permissions }) => typeof permissions !== "object"),
  ],
  "a job that calls a workflow grants what its jobs need, and no more": (files) =>
    jobsThat(
      files,
      (job) => job.uses && needed(files, job.uses).join() !== scopes(job).sort().join(),
    ),
  "one job may change the repository": (files) => {
    const may = jobsThat(files, (job) => job.steps && scopes(job).includes("contents: write"));
    return may.length === 1 ? [] : ["jobs with contents: write", ...may];
  },
  "a job that may write anything installs and runs no packages": (files) =>
    jobsThat(
      files,
      (job) =>
        scopes(job).some((scope) => scope.endsWith(": write")) &&
        job.steps?.some(({ uses, run = "" }) => uses?.startsWith("./") || /\bnp[mx]\b/.test(run)),
    ),
  "a job that may write anything takes nothing from a cache, which others may have filled": (
    files,
  ) =>
    jobsThat(
      files,
      (job) =>
        scopes(job).some((scope) => scope.endsWith(": write")) &&
        job.steps?.some(({ uses = "", with: inputs }) => /\/cache\b/.test(uses) || inputs?.cache),
    ),
  "whatever may be written, it is said why": ({ texts }) =>
    [...texts].flatMap(([file, text]) =>
      (text.match(/^ +[\w-]+: write(?! # \w).*$/gm) ?? []).map((line) => `${file}: ${line.trim()}`),
    ),
  "jobs run on GitHub's own machines, of a named release": (files) =>
    jobsThat(files, ({ steps, ...job }) => steps && !/^ubuntu-\d\d\.04$/.test(`${job["runs-on"]}`)),
  "the token is known to the step that pushes alone, and there are no other secrets": (files) =>
    [...files.texts].flatMap(([file, text]) => {
      const uses = text.match(/\bsecrets\b|\bgithub\.token\b/g) ?? [];
      const push =
        /- run: .*record-addresses\.sh .*\n +env:\n +GITHUB_TOKEN: \$\{\{ github\.token \}\}/;
      return uses.length === (push.test(text) ? 1 : 0) ? [] : [file];
    }),
  "nothing of a stranger runs with more than a stranger's rights": (files) =>
    workflowsThat(files, ({ on }) => "pull_request_target" in on || "workflow_run" in on),
  "a job ends in good time": (files) =>
    jobsThat(files, ({ steps, ...job }) => steps && !((job["timeout-minutes"] ?? 360) <= 120)),
  "a workflow says what may run beside it": (files) =>
    workflowsThat(files, ({ concurrency: { group, "cancel-in-progress": cancel } = {} }) => {
      return !group || cancel === undefined;
    }),
  "no two workflows share a group, which would wait for itself where one calls the other": ({
    workflows,
  }) => {
    const groups = [...workflows.values()].map(({ concurrency }) => concurrency?.group);
    return new Set(groups).size === groups.length ? [] : groups.map(String);
  },
  "scripts run in a bash that fails with the first command of a pipe": (files) =>
    workflowsThat(files, ({ defaults }) => defaults?.run?.shell !== "bash"),
} satisfies Record<string, GithubRule>;

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

/** The oldest version of Node that will do. */
function oldestNode(): string {
  const { engines } = JSON.parse(readFileSync(path.join(projectRoot, "package.json"), "utf8"));
  return engines.node.replace(">=", "");
}

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
  "it goes live only if a second build, from nothing and on another Node, has the same sums": (
    files,
  ) => {
    const again = job(files, "publish", "again");
    const { steps = [], env = {} } = again;
    const setup = steps.find((step) => step.uses === "./.github/actions/setup");
    const site = steps.find((step) => step.uses === "./.github/actions/built-site");
    return unless({
      "before it is deployed": needs(job(files, "publish", "deploy")).includes("again"),
      "from nothing": uses(again, "cache").length === 0,
      "another Node": setup?.with?.node === oldestNode(),
      "for the same place and time": inputs.every(
        (input) => env[variable(input)] === expression(`needs.start.outputs.${input}`),
      ),
      "what was checked": site?.with?.artifact === expression("needs.check.outputs.artifact"),
      compared: /npm run verify -- _site "\S+\/again\/build\.json"$/.test(runs(again)),
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
  "a pull request shows what it changes to the eye, beside what is there before it": (files) => {
    const shots = job(files, "check", "screenshots");
    const [checkout] = uses(shots, "checkout");
    const [upload] = uses(shots, "upload-artifact");
    return unless({
      "of pull requests": shots.if === "github.event_name == 'pull_request'",
      "as it was": checkout?.with?.["fetch-depth"] === 2 && runs(shots).includes(" HEAD^\n"),
      "as it would be": /npm run build\nmv _site (\S+)\ngit checkout --quiet -\n/.test(runs(shots)),
      compared: /npm run shots -- --before "\$RUNNER_TEMP\/before"$/m.test(runs(shots)),
      uploaded: upload?.with?.path === ".cache/shots",
      "nothing is kept for other runs": uses(shots, "cache").length === 0,
    });
  },
  "the long cases run once a week, and the unit tests on the oldest Node that will do as well": (
    files,
  ) => {
    const { strategy } = job(files, "check", "source");
    const oldest = JSON.stringify({ step: "unit", node: oldestNode() });
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
  "Dependabot looks after packages and actions, our own too, in one request a week each, of a week's age":
    ({ dependabot, actions }) => {
      const update = (ecosystem: string) =>
        dependabot.updates.find((each) => each["package-ecosystem"] === ecosystem) ?? {};
      const weekly = (each: Record<string, unknown>) =>
        JSON.stringify(each.schedule) === '{"interval":"weekly"}' &&
        JSON.stringify(each.cooldown) === '{"default-days":7}' &&
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

/** What must be true of every step of workflows and actions. */
export const stepRules = {
  "actions are pinned by their whole hash, with the version beside it": (files) =>
    stepsThat(files, ({ uses = "./" }, file) => {
      if (uses.startsWith("./")) return false;
      const lines = files.texts.get(file)?.split("\n") ?? [];
      const line = lines.find((each) => each.includes(`uses: ${uses}`)) ?? "";
      return !/^\s*(- )?uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line);
    }),
  "an action has the same hash and version wherever it is used": ({ texts }) => {
    const lines = [...texts.values()].flatMap((text) => text.match(/(?<=uses: )[^.\s].*/g) ?? []);
    const pins = [...new Set(lines)].map((line) => line.replace(/@.*/, ""));
    return pins.filter((name, index) => pins.indexOf(name) !== index);
  },
  "no checkout leaves its token behind": (files) =>
    stepsThat(
      files,
      ({ uses, with: inputs }) =>
        uses?.startsWith("actions/checkout@") && inputs?.["persist-credentials"] !== false,
    ),
  "no expression stands in a script, where its value would be run": (files) =>
    stepsThat(files, ({ run }) => run?.includes("${{")),
  "a script of more than two commands is a file that is tested": (files) =>
    stepsThat(files, ({ run = "" }) => run.trimEnd().split("\n").length > 2),
  "scripts of actions run in a bash that fails with the first command of a pipe": (files) =>
    stepsThat(
      files,
      ({ run, shell }, file) => files.actions.has(file) && run !== undefined && shell !== "bash",
    ),
  "hidden files are uploaded too": (files) =>
    stepsThat(files, ({ uses = "", with: inputs = {} }) => {
      const hides = uses.startsWith("actions/upload-pages-artifact@");
      const hidden = uses.startsWith("actions/upload-artifact@") && /^\./.test(`${inputs.path}`);
      return (hides || hidden) && inputs["include-hidden-files"] !== true;
    }),
} satisfies Record<string, GithubRule>;
