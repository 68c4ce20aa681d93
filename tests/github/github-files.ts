import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { listFiles, projectRoot } from "../support/files.ts";

/** A step of a job or of an action; what the rules look at. */
export interface Step {
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  shell?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

/** A job of a workflow. */
export interface Job {
  needs?: string | string[];
  permissions?: Record<string, string> | string;
  outputs?: Record<string, string>;
  env?: Record<string, string>;
  uses?: string;
  with?: Record<string, string>;
  steps?: Step[];
  strategy?: { matrix: Record<string, string[]> & { include?: unknown } };
  "timeout-minutes"?: number;
}

/** A workflow; `on` as GitHub documents it, with a value for every event. */
export interface Workflow {
  on: Record<string, unknown>;
  permissions?: unknown;
  concurrency?: { group?: string; "cancel-in-progress"?: boolean | string };
  defaults?: { run?: { shell?: string } };
  jobs: Record<string, Job>;
}

/** The files of `.github/` that GitHub runs, by path from there: `workflows/check.yml`. */
export interface GithubFiles {
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
