import { randomBytes } from "node:crypto";
import { appendFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { ifThere, sha256 } from "./files.ts";

/** Results by name, of which each run keeps those that it used. */
export interface Log<Result> {
  /** The result of this name, from an earlier run or this one. */
  get(name: string): Result | undefined;
  set(name: string, result: Result): void;
  /** Keeps what was set, whole or not at all. */
  save(): Promise<void>;
}

/**
 * Opens a file in which each run adds one line with its new results, so that a run costs what is new in it;
 * once they have grown to more than twice of what is used, one line takes the place of all. A line that is damaged,
 * or of another scope, is none.
 *
 * @param scope all that the results have in common, such as the code that made them
 * @throws what the disk throws
 */
export async function openLog<Result>(file: string, scope: string): Promise<Log<Result>> {
  await mkdir(path.dirname(file), { recursive: true });
  const text = await ifThere(readFile(file, "latin1")).catch((error: Error) => {
    // Of a folder in its place the system does not say which.
    throw Object.assign(error, { path: file });
  });
  const lines = (text ?? "").split("\n").filter(Boolean);
  const sound = lines.map((line) => resultsIn<Result>(line, scope));
  const kept = sound.flatMap((results) => results ?? []);
  const known = new Map(kept);
  const used = new Set<string>();
  const added = new Map<string, Result>();
  let written = sound.every(Boolean) ? kept.length : Number.POSITIVE_INFINITY;

  return {
    get(name) {
      used.add(name);
      return known.get(name);
    },
    set(name, result) {
      used.add(name);
      known.set(name, result);
      added.set(name, result);
    },
    async save() {
      for (const name of known.keys()) if (!used.has(name)) known.delete(name);
      const isNew = written + added.size > 2 * known.size;
      if (isNew) await replaceFile(file, lineOf(known, scope));
      else if (added.size > 0) await appendFile(file, lineOf(added, scope));
      written = isNew ? known.size : written + added.size;
      used.clear();
      added.clear();
    },
  };
}

/** A line: the hash of what it says, and that. In ASCII alone, which is read in no time. */
function lineOf<Result>(results: ReadonlyMap<string, Result>, scope: string): string {
  const json = JSON.stringify([...results]).replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${sha256(scope + json)} ${json}\n`;
}

function resultsIn<Result>(line: string, scope: string): (readonly [string, Result])[] | undefined {
  const json = line.slice(65);
  return line.startsWith(sha256(scope + json)) ? JSON.parse(json) : undefined;
}

async function replaceFile(file: string, content: string): Promise<void> {
  const temporary = `${file}.${randomBytes(8).toString("hex")}`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}
