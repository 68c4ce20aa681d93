import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fixtureSite, folderDigest, listFiles, projectRoot } from "./files.ts";

/** How a command ended, and what it printed. */
export interface CommandResult {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface CommandOptions {
  /** What is written after the command. */
  args?: readonly string[];
  /** Added to this process's; what is undefined is taken out. */
  environment?: Readonly<Record<string, string | undefined>>;
  /** Folder that the command runs in; the project's unless said otherwise. */
  cwd?: string;
  /** Arguments for Node itself, before the command. */
  node?: readonly string[];
  /** Ends the command by a signal this many ms after its start. */
  kill?: { signal: "SIGKILL" | "SIGTERM"; after: number };
  /** A command that runs this one, with its arguments: `apart` makes one. */
  within?: readonly string[];
}

/** The clock of test builds, in s since 1970: a day on which everything in the fixture's content is due. */
export const testEpoch = String(Date.UTC(2026, 11, 1) / 1000);

/**
 * The program and arguments of `npm run NAME` for the project at `root`, without npm: what package.json
 * says, which is what users run.
 */
export function commandOf(root: string, name: string, node: readonly string[] = []): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(projectRoot, "package.json"), "utf8"));
  const [program, script = "", ...args] = String(scripts[name]).split(" ");
  const loader = program === "tsx" ? ["--import", import.meta.resolve("tsx")] : [];
  return [process.execPath, ...node, ...loader, path.join(root, script), ...args];
}

/** Runs `npm run NAME` of the project at `root` as a process of its own, by the clock of test builds. */
export function runCommand(
  root: string,
  name: string,
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { within = [], node, args = [], kill } = options;
  const [program = "", ...rest] = [...within, ...commandOf(root, name, node), ...args];
  const child = spawn(program, rest, {
    cwd: options.cwd ?? root,
    env: { ...process.env, SOURCE_DATE_EPOCH: testEpoch, ...options.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const timer = kill && setTimeout(() => child.kill(kill.signal), kill.after);
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, stdout, stderr });
    });
  });
}

/** A project in a folder of its own, to build and to break; removed again when disposed of. */
export interface ProjectCopy extends AsyncDisposable {
  /** Absolute. */
  root: string;
}

/** What a build reads of the project itself; content and photographs are those of the fixture. */
const code = [
  "assets/icons",
  "assets/scripts",
  "assets/styles",
  "eleventy.config.ts",
  "package.json",
  "scripts",
  "templates",
  "tsconfig.json",
];

/**
 * Makes a project of our code, and of content and small photographs that no editor changes:
 * `tests/fixtures/site/`. The dependencies are shared.
 */
export async function copyProject(): Promise<ProjectCopy> {
  const project = await newProject();
  for (const part of code) await copy(projectRoot, project.root, part);
  await copy(fixtureSite, project.root, "");
  return project;
}

async function newProject(): Promise<ProjectCopy> {
  const root = await mkdtemp(path.join(tmpdir(), "twinning-"));
  await symlink(path.join(projectRoot, "node_modules"), path.join(root, "node_modules"), "dir");
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}

function copy(from: string, to: string, part: string): Promise<void> {
  const options = { recursive: true, preserveTimestamps: true, verbatimSymlinks: true };
  return cp(path.join(from, part), path.join(to, part), options);
}

/** A project with its site, as the first build from nothing leaves it. */
export interface BuiltProject extends ProjectCopy {
  /** The site, as `folderDigest` has it. */
  site: Record<string, string>;
  /** What that build printed. */
  printed: string;
}

const printedFile = "printed.txt";

/**
 * Builds a project, for `builtProject` to copy. The test runner does so once for all files, and names
 * its folder in `BUILT_PROJECT`.
 */
export async function buildOnce(): Promise<ProjectCopy> {
  const project = await copyProject();
  const { root } = project;
  const { code, stdout, stderr } = await runCommand(root, "build");
  assert.equal(code, 0, stderr);
  await writeFile(path.join(root, printedFile), stdout);
  // Bundles are of one place.
  await rm(path.join(root, ".cache/code"), { recursive: true, force: true });
  return project;
}

let own: Promise<ProjectCopy> | undefined;

/** The folder of the site that `builtProject` copies, to look at. */
export async function builtFixture(): Promise<string> {
  return path.join(await built(), "_site");
}

/** A copy of the project that is built, its cache among it. */
export async function builtProject(): Promise<BuiltProject> {
  const from = await built();
  const project = await newProject();
  for (const part of await readdir(from)) {
    if (part !== "node_modules") await copy(from, project.root, part);
  }
  return {
    ...project,
    site: await folderDigest(path.join(project.root, "_site")),
    printed: await readFile(path.join(from, printedFile), "utf8"),
  };
}

async function built(): Promise<string> {
  if (process.env.BUILT_PROJECT) return process.env.BUILT_PROJECT;
  // For a file that is run by itself.
  own ??= buildOnce();
  const { root } = await own;
  process.once("exit", () => rmSync(root, { recursive: true, force: true }));
  return root;
}

/**
 * The TypeScript below `folder` that holds `text`, absolute: for tests that change our code, wherever it stands.
 *
 * @throws where none or more than one does
 */
export async function fileWith(folder: string, text: string): Promise<string> {
  const listed = (await listFiles(folder)).filter((file) => file.endsWith(".ts"));
  const files = listed.map((file) => path.join(folder, file));
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  const found = files.filter((_, index) => texts[index]?.includes(text));
  assert.equal(found.length, 1, `${text} stands in ${found.join(", ") || "no file"}`);
  return found[0] ?? "";
}
