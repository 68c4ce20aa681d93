import { execFileSync } from "node:child_process";
import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { writeSite } from "../scripts/content/make-site.ts";
import { listFiles, projectRoot } from "./files.ts";
import { copyProject, type ProjectCopy } from "./project.ts";

/** The clock of the smallest mistakes, in ms since 1970: some of what they are told depends on the day. */
export const casesClock = Date.UTC(2026, 11, 1);

/** One file of a case, in the words of `tests/fixtures/bad/README.md`. */
export interface CaseFile {
  /** From the project's root; a folder ends with a slash. */
  path: string;
  /** What stands in brackets behind the path: `escaped`, `base64`, `link`, `missing`, `3 times`. */
  form: string;
  text: string;
}

/** What an editor did, and what the check says to it. */
export interface Case {
  files: CaseFile[];
  /** One right answer, laid over the files, where a person must decide; undefined: the remedy says all. */
  answer: CaseFile[] | undefined;
  /** The lines of problems, as printed. */
  expected: string[];
  /** The lines that `npm run report -- translations` prints; undefined: not of interest here. */
  translations: string[] | undefined;
  exitCode: number;
}

/** Reads a case of `tests/fixtures/bad/`. Throws where it is not of that form. */
export function parseCase(text: string): Case {
  const files = text.split(/^-- /m).slice(1).map(parseFile);
  const expected = take(files, "expected");
  const exitCode = /^exit ([01])$/.exec(expected?.pop() ?? "")?.[1];
  if (expected === undefined || exitCode === undefined) {
    throw new Error("a case ends with the section “expected”, and that with the exit code");
  }
  const translations = take(files, "translations");
  const from = files.findIndex(({ path }) => path === "answer");
  const answer = from === -1 ? undefined : files.splice(from).slice(1);
  return { files, answer, expected, translations, exitCode: Number(exitCode) };
}

function parseFile(section: string): CaseFile {
  const [, path, form = "", text] =
    /^(\S(?:.*?\S)??)(?: \(([^()]+)\))? --\n([\s\S]*)$/.exec(section) ?? [];
  if (path === undefined || text === undefined) throw new Error(`“-- ${section}” is no section`);
  return { path, form, text };
}

/** Takes the section `name` out of `files`, as lines. */
function take(files: CaseFile[], name: string): string[] | undefined {
  const index = files.findIndex(({ path }) => path === name);
  if (index === -1) return undefined;
  return files
    .splice(index, 1)[0]
    ?.text.split("\n")
    .filter((line) => line !== "");
}

/** A case, and the rule that it breaks: the first part of its name. */
export interface NamedCase extends Case {
  name: string;
  rule: string;
}

/** Every case of `tests/fixtures/bad/`, by name. */
export async function readCases(): Promise<NamedCase[]> {
  const folder = path.join(projectRoot, "tests/fixtures/bad");
  const files = (await listFiles(folder)).filter((file) => file.endsWith(".txt"));
  return Promise.all(
    files.map(async (file) => {
      const name = file.replace(/\.txt$/, "");
      const text = await readFile(path.join(folder, file), "utf8");
      return { name, rule: name.replace(/\..*$/, ""), ...parseCase(text) };
    }),
  );
}

/**
 * Divides cases into as few rounds as come of putting each into the first that has none of its
 * files yet: one file cannot be wrong in two ways at once.
 */
export function rounds<C extends Case>(cases: readonly C[]): C[][] {
  const made: { cases: C[]; taken: Set<string> }[] = [];
  for (const one of cases) {
    const paths = one.files.map((file) => file.path.toLowerCase());
    let round = made.find(({ taken }) => paths.every((path) => !taken.has(path)));
    if (round === undefined) {
      round = { cases: [], taken: new Set() };
      made.push(round);
    }
    round.cases.push(one);
    for (const path of paths) round.taken.add(path);
  }
  return made.map((round) => round.cases);
}

/** Writes the files of a case into the project at `root`, over what is there. */
export async function layCase(files: readonly CaseFile[], root: string): Promise<void> {
  for (const file of files) {
    const name = fromEscapes(file.path);
    const target = Buffer.concat([Buffer.from(`${root}/`), name]);
    const folder = path.posix.dirname(target.toString("latin1"));
    await rm(target, { recursive: true, force: true });
    if (file.form === "missing") continue;
    await mkdir(file.path.endsWith("/") ? target : Buffer.from(folder, "latin1"), {
      recursive: true,
    });
    if (file.form === "link") await symlink(file.text.trimEnd(), target);
    else if (file.form === "pipe") execFileSync("mkfifo", [path.join(root, file.path)]);
    else if (!file.path.endsWith("/")) await writeFile(target, bytesOf(file));
  }
}

function bytesOf({ form, text, path: name }: CaseFile): Buffer {
  const times = /^(\d+) times$/.exec(form)?.[1];
  if (times !== undefined) return Buffer.from(text.repeat(Number(times)));
  if (form === "base64") return Buffer.from(text, "base64");
  if (form === "escaped") return fromEscapes(text.replace(/\n$/, ""));
  if (form !== "") throw new Error(`${name}: nothing is known of “${form}”`);
  return Buffer.from(text);
}

/** `\xFF` is a byte, `\n` and `\r` are line ends; a line that ends with `\` goes on in the next. */
function fromEscapes(text: string): Buffer {
  const parts = text.replaceAll("\\\n", "").split(/(\\x[0-9a-fA-F]{2}|\\[nr])/);
  return Buffer.concat(
    parts.map((part) => {
      if (part.startsWith("\\x")) return Buffer.from([Number.parseInt(part.slice(2), 16)]);
      return Buffer.from(part === "\\n" ? "\n" : part === "\\r" ? "\r" : part);
    }),
  );
}

/** A project with the smallest content in place of its own, and all of `cases` laid over it. */
export async function projectOfCases(cases: readonly Case[]): Promise<ProjectCopy> {
  const project = await copyProject();
  await layCases(cases, project.root);
  return project;
}

/** Lays the smallest content, and all of `cases` over it, in place of what a project has. */
export async function layCases(cases: readonly Case[], root: string): Promise<void> {
  await rm(path.join(root, "content"), { recursive: true });
  await rm(path.join(root, "assets/photos"), { recursive: true });
  await rm(path.join(root, "assets/downloads"), { recursive: true, force: true });
  await writeSite(root, {});
  for (const { files } of cases) await layCase(files, root);
}
