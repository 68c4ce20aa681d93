import type { GithubFiles, GithubRule, Job } from "./github-files.ts";

interface PlacedJob extends Job {
  place: string;
}

function jobsOf({ workflows }: GithubFiles): PlacedJob[] {
  return [...workflows].flatMap(([file, { jobs }]) =>
    Object.entries(jobs).map(([name, job]) => ({ ...job, place: `${file}: ${name}` })),
  );
}

const told = (jobs: readonly PlacedJob[]) => jobs.map(({ place }) => place);

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
    ...[...files.workflows]
      .filter(([, { permissions }]) => JSON.stringify(permissions) !== "{}")
      .map(([file]) => file),
    ...told(jobsOf(files).filter(({ permissions }) => typeof permissions !== "object")),
  ],
  "a job that calls a workflow grants what its jobs need, and no more": (files) =>
    told(
      jobsOf(files).filter(
        (job) => job.uses && needed(files, job.uses).join() !== scopes(job).sort().join(),
      ),
    ),
  "one job may change the repository": (files) => {
    const may = jobsOf(files).filter((job) => job.steps && scopes(job).includes("contents: write"));
    return may.length === 1 ? [] : ["jobs with contents: write", ...told(may)];
  },
  "a job that may write anything installs and runs no packages": (files) =>
    told(
      jobsOf(files).filter(
        (job) =>
          scopes(job).some((scope) => scope.endsWith(": write")) &&
          job.steps?.some(
            ({ uses, run = "" }) => /^\.\//.test(uses ?? "") || /\bnp[mx]\b/.test(run),
          ),
      ),
    ),
  "the token is known to the step that pushes alone, and there are no other secrets": (files) =>
    [...files.texts].flatMap(([file, text]) => {
      const uses = text.match(/\bsecrets\b|\bgithub\.token\b/g) ?? [];
      const push =
        /- run: .*record-addresses\.sh .*\n +env:\n +GITHUB_TOKEN: \$\{\{ github\.token \}\}/;
      return uses.length === (push.test(text) ? 1 : 0) ? [] : [file];
    }),
  "nothing of a stranger runs with more than a stranger's rights": ({ workflows }) =>
    [...workflows]
      .filter(([, { on }]) => "pull_request_target" in on || "workflow_run" in on)
      .map(([file]) => file),
  "a job ends in good time": (files) =>
    told(
      jobsOf(files).filter(({ steps, ...job }) => steps && !((job["timeout-minutes"] ?? 99) < 60)),
    ),
  "a workflow says what may run beside it": ({ workflows }) =>
    [...workflows]
      .filter(([, { concurrency }]) => {
        const { group, "cancel-in-progress": cancel } = concurrency ?? {};
        return !group || cancel === undefined;
      })
      .map(([file]) => file),
  "no two workflows share a group, which would wait for itself where one calls the other": ({
    workflows,
  }) => {
    const groups = [...workflows.values()].map(({ concurrency }) => concurrency?.group);
    return new Set(groups).size === groups.length ? [] : groups.map(String);
  },
  "scripts run in a bash that fails with the first command of a pipe": ({ workflows }) =>
    [...workflows]
      .filter(([, { defaults }]) => defaults?.run?.shell !== "bash")
      .map(([file]) => file),
} satisfies Record<string, GithubRule>;
