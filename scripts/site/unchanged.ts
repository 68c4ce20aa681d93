import { mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../lib/files.ts";
import { readRecord, writeRecord } from "../lib/record.ts";
import { stampOf } from "../lib/stamps.ts";
import type { BuildSummary } from "./build.ts";
import type { Settings } from "./check.ts";
import { codeFiles, codeFolders } from "./code.ts";
import { recordPath } from "./fixed-addresses.ts";
import { findTree } from "./tree.ts";
import { liveSite, recordOf } from "./write.ts";

/** The last build that made the whole of what is live. */
interface LastBuild {
  /** See {@link sourcesMark}. */
  sources: string;
  summary: BuildSummary;
}

/**
 * Builds, unless nothing has changed since the last build: then it takes a look at each file, and none at
 * what is in them, to know that the site would be the same.
 */
export async function buildIfChanged(
  settings: Settings,
  build: () => Promise<BuildSummary>,
): Promise<BuildSummary> {
  const { root } = settings;
  const file = path.join(root, ".cache/kept/last");
  const { value: last } = readRecord<LastBuild>(file);
  // Before anything is read, so that what changes meanwhile is seen next time.
  const sources = sourcesMark(settings);
  if (last && last.sources === sources && isLive(last.summary, root)) return last.summary;
  const summary = await build();
  if (sources) {
    const { made, reused } = summary;
    const next: LastBuild = {
      sources,
      summary: { ...summary, made: 0, reused: made + reused },
    };
    mkdirSync(path.dirname(file), { recursive: true });
    writeRecord(file, next);
  }
  return summary;
}

/**
 * Whether what is live is what a build has made, as far as that is seen without reading it. Another build may
 * have put its own there meanwhile.
 */
function isLive({ record }: BuildSummary, root: string): boolean {
  const { tree } = recordOf(liveSite(root), root);
  if (tree.get(recordPath)?.hash !== record) return false;
  const { whole, read } = findTree(liveSite(root), tree);
  return whole && !read;
}

/**
 * A hash of the settings and of the stamps of all that a site is made from; undefined where one of these files
 * has changed just now.
 */
function sourcesMark({ root, ...settings }: Settings): string | undefined {
  const stamps: string[] = [process.version, process.arch, JSON.stringify(settings)];
  let settled = true;
  const add = (file: string) => {
    const stamp = stampOf(path.join(root, file));
    settled &&= stamp !== undefined;
    stamps.push(`${file} ${stamp}`);
  };
  const addFolder = (folder: string) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const below = `${folder}/${entry.name}`;
      if (entry.isDirectory()) addFolder(below);
      else add(below);
    }
  };
  for (const folder of [...codeFolders, "templates", "assets", "content"]) addFolder(folder);
  for (const file of codeFiles) add(file);
  return settled ? sha256(stamps.join("\n")) : undefined;
}
