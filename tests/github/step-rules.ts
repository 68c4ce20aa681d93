import type { GithubFiles, GithubRule, Step } from "./github-files.ts";

interface PlacedStep extends Step {
  file: string;
}

function stepsOf({ workflows, actions }: GithubFiles): PlacedStep[] {
  const inJobs = [...workflows].flatMap(([file, { jobs }]) =>
    Object.values(jobs).flatMap(({ steps = [] }) => steps.map((step) => ({ ...step, file }))),
  );
  const inActions = [...actions].flatMap(([file, steps]) =>
    steps.map((step) => ({ ...step, file })),
  );
  return [...inJobs, ...inActions];
}

const told = (steps: readonly PlacedStep[]) =>
  steps.map(({ file, uses, run }) => `${file}: ${uses ?? run}`);

const foreign = (files: GithubFiles) =>
  stepsOf(files).filter(({ uses = "./" }) => !uses.startsWith("./"));

/** What must be true of every step of workflows and actions. */
export const stepRules = {
  "actions are pinned by their whole hash, with the version beside it": (files) =>
    told(
      foreign(files).filter(({ file, uses = "" }) => {
        const text = files.texts.get(file) ?? "";
        const line = text.split("\n").find((each) => each.includes(`uses: ${uses}`)) ?? "";
        return !/^\s*(- )?uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line);
      }),
    ),
  "an action has the same hash and version wherever it is used": ({ texts }) => {
    const lines = [...texts.values()].flatMap((text) => text.match(/(?<=uses: )[^.\s].*/g) ?? []);
    const pins = [...new Set(lines)].map((line) => line.replace(/@.*/, ""));
    return pins.filter((name, index) => pins.indexOf(name) !== index);
  },
  "no checkout leaves its token behind": (files) =>
    told(
      stepsOf(files).filter(
        ({ uses = "", with: inputs = {} }) =>
          uses.startsWith("actions/checkout@") && inputs["persist-credentials"] !== false,
      ),
    ),
  "no expression stands in a script, where its value would be run": (files) =>
    told(stepsOf(files).filter(({ run = "" }) => run.includes("${{"))),
  "a script of more than two commands is a file that is tested": (files) =>
    told(stepsOf(files).filter(({ run = "" }) => run.trimEnd().split("\n").length > 2)),
  "scripts of actions run in a bash that fails with the first command of a pipe": ({ actions }) =>
    [...actions].flatMap(([file, steps]) =>
      told(
        steps
          .filter(({ run, shell }) => run !== undefined && shell !== "bash")
          .map((step) => ({ ...step, file })),
      ),
    ),
  "hidden files are uploaded too": (files) =>
    told(
      stepsOf(files).filter(({ uses = "", with: inputs = {} }) => {
        const hides = uses.startsWith("actions/upload-pages-artifact@");
        const hidden = uses.startsWith("actions/upload-artifact@") && /^\./.test(`${inputs.path}`);
        return (hides || hidden) && inputs["include-hidden-files"] !== true;
      }),
    ),
} satisfies Record<string, GithubRule>;
