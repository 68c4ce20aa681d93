import { randomBytes } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { ifThere, sha256 } from "../lib/files.ts";
import { listFolder } from "../lib/listing.ts";
import { readRecord, writeRecord } from "../lib/record.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import type { WindowText } from "./api.ts";

/** A file of the project at `root` as windows have it. */
export async function readDisk(root: string, file: string): Promise<WindowText> {
  const bytes = await ifThere(fs.readFile(path.join(root, file)));
  // The decoder drops the byte order mark.
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
  return { path: file, text, base: bytes ? sha256(text) : "" };
}

const keptFolder = ".cache/preview-edits";

/** Texts that are not saved, a file for each window: no closed tab and no killed server loses one. */
export function keptTexts(root: string) {
  const place = (...steps: string[]) => path.join(root, keptFolder, ...steps);
  return {
    async keep(text: WindowText, window: string): Promise<void> {
      await fs.mkdir(place(text.path), { recursive: true });
      writeRecord(place(".new"), { ...text, window, time: Date.now() });
      await fs.rename(place(".new"), place(text.path, window));
    },
    drop: (file: string, window: string) => fs.rm(place(file, window), { force: true }),
    /** Those of a file, the newest first. */
    async of(file: string): Promise<(WindowText & { window: string })[]> {
      type Kept = WindowText & { window: string; time: number };
      const windows = (await ifThere(fs.readdir(place(file)))) ?? [];
      const texts = windows.flatMap((window) => readRecord<Kept>(place(file, window)).value ?? []);
      return texts.sort((a, b) => b.time - a.time);
    },
    /** The files that have some. */
    async files(): Promise<string[]> {
      const texts = [...(await listFolder(root, keptFolder))].filter(([, kind]) => kind === "file");
      const files = texts.map(([one]) => path.posix.dirname(one).slice(keptFolder.length + 1));
      return [...new Set(files)];
    },
  };
}

/**
 * Writes texts into their files: all, or none where that fails. Files keep their mode, and links stay links.
 *
 * @throws EnvironmentFailure where a file is not the one that its text was taken from; whatever the disk throws
 */
export async function writeTexts(root: string, texts: readonly WindowText[]): Promise<void> {
  const written = new Map<string, string>();
  try {
    for (const { path: file, text } of texts) {
      const place = path.join(root, file);
      const old = await ifThere(fs.readFile(place));
      const target = old ? await fs.realpath(place) : place;
      await fs.mkdir(path.dirname(target), { recursive: true });
      // Hidden, and so no content; beside the file, since a rename ends at the edge of a disk.
      const name = `.${randomBytes(8).toString("hex")}.tmp`;
      const temporary = path.join(path.dirname(target), name);
      written.set(temporary, target);
      await fs.writeFile(temporary, bytesOf(text, old), { flag: "wx", flush: true });
      if (old) await fs.chmod(temporary, (await fs.stat(target)).mode);
    }
    for (const { path: file, base } of texts) {
      if ((await readDisk(root, file)).base === base) continue;
      const what = `${file} has changed on the disk since it was opened here, and is not written`;
      throw new EnvironmentFailure(`${what} — compare the two texts, and go on with one of them`);
    }
    for (const [temporary, target] of written) await fs.rename(temporary, target);
  } finally {
    for (const temporary of written.keys()) await fs.rm(temporary, { force: true });
  }
}

/**
 * A text as the bytes of its file: a byte order mark and the lines that both have at the beginning and
 * at the end stay as they are, others end as the file's first line does.
 */
function bytesOf(text: string, old = Buffer.from("")): Buffer {
  const mark = old.subarray(0, 3).equals(Buffer.from("\ufeff")) ? 3 : 0;
  // A character a byte.
  const lines = old.toString("latin1", mark).split(/(?<=\n|\r(?!\n))/);
  const known = lines.map((line) => Buffer.from(line, "latin1").toString().replace(/\r\n?/, "\n"));
  const wanted = text.split(/(?<=\n)/);
  const most = Math.min(known.length, wanted.length);
  let first = 0;
  while (first < most && known[first] === wanted[first]) first += 1;
  let last = 0;
  while (last < most - first && known.at(-1 - last) === wanted.at(-1 - last)) last += 1;
  const end = /[\r\n]+$/.exec(lines[0] ?? "")?.[0] ?? "\n";
  const between = wanted
    .slice(first, wanted.length - last)
    .join("")
    .replaceAll("\n", end);
  lines.splice(first, lines.length - last - first, Buffer.from(between).toString("latin1"));
  return Buffer.concat([old.subarray(0, mark), Buffer.from(lines.join(""), "latin1")]);
}
