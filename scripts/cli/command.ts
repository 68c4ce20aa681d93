import { statSync } from "node:fs";
import path from "node:path";
import type { WriteStream } from "node:tty";
import { countWords } from "../lib/lists.ts";
import { formatProblem, printProblems } from "../problems/print.ts";
import { ContentFailure, EnvironmentFailure, sortProblems } from "../problems/problem.ts";
import type { Notes } from "../site/check.ts";
import type { Progress } from "../site/site-file.ts";

/** The project's folder, absolute. */
export const root = path.resolve(import.meta.dirname, "../..");

/**
 * Runs a command and sets the exit code: 0; 1 for errors in content, photographs or templates; 2
 * for arguments, environment, disk, permissions or a fault of ours.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (error instanceof ContentFailure) {
      process.exitCode = 1;
      printProblems(error.problems);
      const errors = error.problems.filter(({ severity }) => severity === "error");
      console.error(`\n${countWords(errors.length, "error")}. The site stays as it was.`);
    } else {
      process.exitCode = 2;
      for (const sentence of explainFailure(error)) console.error(sentence);
    }
  }
}

/**
 * Which of a command's flags were given.
 *
 * @param args what was written after the command, `process.argv.slice(2)`
 * @param flags those that it takes, without their dashes
 * @throws EnvironmentFailure where there is anything else among them, all of it in one sentence
 */
export function parseArguments<Flag extends string>(
  args: readonly string[],
  flags: readonly Flag[],
): Record<Flag, boolean> {
  const known = flags.map((flag) => `--${flag}`);
  const unknown = new Set(args.filter((arg) => arg !== "--" && !known.includes(arg)));
  if (unknown.size > 0) {
    const written = [...unknown].map((arg) => `“${arg}”`).join(", ");
    const them = unknown.size === 1 ? "it" : "them";
    throw new EnvironmentFailure(
      `This command does not know ${written} — leave ${them} out; it takes ${known.join(", ") || "no arguments"}`,
    );
  }
  const given = flags.map((flag) => [flag, args.includes(`--${flag}`)]);
  return Object.fromEntries(given) as Record<Flag, boolean>;
}

/** What to tell the user of a failure: a sentence for each problem, never a stack trace. */
export function explainFailure(error: unknown): string[] {
  if (error instanceof ContentFailure) return sortProblems(error.problems).map(formatProblem);
  if (error instanceof EnvironmentFailure) return [error.message];
  const sentence = systemFailure(error);
  if (sentence) return [sentence];
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  // Asked for in the sentence below.
  if (process.env.DEBUG) return [detail];
  return [
    `A fault of the build itself, not of the content: ${detail.split("\n", 1)[0]} — please report it with the output of the same command run with DEBUG=1`,
  ];
}

const sentences: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full — free some space and build again",
  EDQUOT: "the disk quota is used up — free some space and build again",
  EROFS: "the folder is read-only — build where files can be written",
  EACCES: "the permissions do not allow it — give this user the right to write there",
  EPERM: "the permissions do not allow it — give this user the right to write there",
  EBUSY: "it is a disk of its own or in use — unmount it, or end what uses it, and build again",
  EXDEV:
    "it is a disk of its own, and files are put there by renaming — unmount it and build again",
  EMFILE: "too many files are open — raise the limit with “ulimit -n 4096”",
  ENOENT: "it is not there, or went away meanwhile — bring it back and build again",
  ENOTDIR: "a file stands where a folder must be — move it away and build again",
  EEXIST: "a file stands where a folder must be — move it away and build again",
  EISDIR: "a folder stands where a file must be — move it away and build again",
  EADDRINUSE: "another program uses the port — end it, or choose another with PORT=8081",
};

/** One sentence for a fault of disk or system; undefined if `error` is none. */
export function systemFailure(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const code = String(error.code);
  const sentence = sentences[code];
  if (!sentence) return undefined;
  // What a file is renamed to is in the way, not the file.
  const named = code === "EISDIR" && "dest" in error ? error.dest : "path" in error && error.path;
  if (typeof named !== "string") return sentence.replace(/^./, (first) => first.toUpperCase());
  const file = code === "ENOTDIR" || code === "EEXIST" ? fileInTheWay(named) : undefined;
  return `Cannot use ${file ?? named}: ${sentence}`;
}

/** The first part of a path that is a file; the system names the whole path only. */
function fileInTheWay(wanted: string): string | undefined {
  const parent = path.dirname(wanted);
  if (parent === wanted) return undefined;
  const above = fileInTheWay(parent);
  if (above) return above;
  return statSync(wanted, { throwIfNoEntry: false })?.isFile() ? wanted : undefined;
}

const barWidth = 24;
/** In CI a line for every tenth of the work is enough to see that it moves. */
const plainSteps = 10;

/** A bar that redraws itself on a terminal; elsewhere plain lines, which CI keeps in its log. */
export function createProgress(stream: WriteStream): Progress {
  let lastStep = -1;
  return (label, done, total) => {
    if (total === 0) return;
    if (stream.isTTY) {
      const filled = Math.round((done / total) * barWidth);
      const bar = "█".repeat(filled) + "░".repeat(barWidth - filled);
      stream.write(`\r\u001b[K${label} ${bar} ${done}/${total}${done === total ? "\n" : ""}`);
      return;
    }
    const step = Math.floor((done / total) * plainSteps);
    if (step !== lastStep) stream.write(`${label} ${done}/${total}\n`);
    lastStep = step;
  };
}

/** One line for pages that are due by this machine's clock and not yet by the last commit's; none for none. */
export function formatDueNote(coming: Notes["coming"], machine: number): string[] {
  const due = coming.filter((page) => page.due <= machine).map(({ source }) => source);
  if (due.length === 0) return [];
  return [
    `Due by now, but not yet at the time of the last commit, and so left out: ${due.join(", ")} — to publish it, build with SOURCE_DATE_EPOCH=$(date +%s)`,
  ];
}

/** One line for all warnings about translations, which `npm run report` lists; none for none. */
export function formatTranslationNote(count: number): string[] {
  if (count === 0) return [];
  return [`${countWords(count, "warning")} about translations: npm run report -- translations`];
}
