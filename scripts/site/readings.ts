import path from "node:path";
import type { ContentFile } from "../content/entry.ts";
import type { Log } from "../lib/log.ts";
import { stampOf } from "../lib/stamps.ts";
import { batchesOf, shareBatches } from "../lib/threads.ts";
import type { HtmlText } from "../markdown/render.ts";
import { EnvironmentFailure } from "../problems/problem.ts";
import { readTextFile, type UnsavedTexts } from "../problems/text.ts";
import { type ReadFile, type Reading, readContentFile } from "./reading.ts";

/** The readings of content files, each made once for the bytes of its file. */
export interface Readings {
  /** Reads what was not read before, or has changed since. What is unsaved is not kept. */
  read(files: readonly ContentFile[], unsaved?: UnsavedTexts): Promise<Reading[]>;
  /** Reads what pages show of files, to be asked for by `textsOf`. Throws where one has changed meanwhile. */
  readTexts(files: readonly ContentFile[]): Promise<void>;
  /** The texts of a page, in the order of its reading. Throws where its file has changed meanwhile. */
  textsOf(file: ContentFile): readonly HtmlText[];
}

/**
 * @param root the project's folder, absolute
 * @param log what was read in earlier runs
 */
export function readings(root: string, log: Log<Reading>): Readings {
  /** Of what was read in this process: what pages show is not kept, and made again for those that are made again. */
  const texts = new Map<string, readonly HtmlText[]>();
  const isKept = ({ source }: ContentFile): boolean => {
    const kept = log.get(source);
    if (!kept) return false;
    const stamp = stampOf(path.join(root, source));
    if (stamp && kept.stamp === stamp) return true;
    if (kept.hash !== readTextFile(root, source).hash) return false;
    log.set(source, { ...kept, stamp });
    return true;
  };
  const takeTexts = ({ source }: ContentFile, read: ReadFile) => {
    if (log.get(source)?.hash !== read.reading.hash) {
      throw new EnvironmentFailure(`${source} has changed during the build — build again`);
    }
    texts.set(source, read.texts);
    return read.texts;
  };
  return {
    async read(files, unsaved) {
      const changed = files.filter((file) => !isKept(file));
      await readFiles(root, changed, (file, read) => {
        log.set(file.source, read.reading);
        takeTexts(file, read);
      });
      const all = files.flatMap((file) =>
        unsaved?.has(file.source)
          ? readContentFile(root, file, unsaved).reading
          : (log.get(file.source) ?? []),
      );
      await log.save();
      return all;
    },
    async readTexts(files) {
      const unread = files.filter(({ source }) => !texts.has(source));
      await readFiles(root, unread, takeTexts);
    },
    textsOf: (file) => texts.get(file.source) ?? takeTexts(file, readContentFile(root, file)),
  };
}

/** As many as a thread reads while others wait for their first. */
const batchSize = 100;

/** Fewer files are read before threads have started. */
const worthThreads = 500;

/** Reads files, many of them in threads. Each is handed over as it comes, in any order. */
async function readFiles(
  root: string,
  files: readonly ContentFile[],
  take: (file: ContentFile, read: ReadFile) => void,
): Promise<void> {
  if (files.length < worthThreads) {
    for (const file of files) take(file, readContentFile(root, file));
    return;
  }
  await shareBatches({
    thread: new URL(import.meta.resolve("./reading-thread.mjs")),
    common: root,
    batches: batchesOf(files, batchSize),
    ask: (batch) => batch,
    take(batch, read: readonly ReadFile[]) {
      for (const [index, file] of batch.entries()) take(file, read[index] as ReadFile);
    },
  });
}
