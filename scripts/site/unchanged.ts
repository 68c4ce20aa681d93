import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isNodeError, sha256 } from "../lib/files.ts";
import { stampOf } from "../lib/stamps.ts";
import type { BuildSummary } from "./build.ts";
import type { Settings } from "./check.ts";
import { codeFiles, codeFolders } from "./code.ts";
import { liveSite, recordedMark } from "./write.ts";

/** The last build that made the whole of what is live. */
interface LastBuild {
  /** See {@link sourcesMark}. */
  sources: string;
  /** See `recordedMark`. */
  live: string;
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
  const file = path.join(root, ".cache/kept/last.json");
  const last = readLast(file);
  // Before anything is read, so that what changes meanwhile is seen next time.
  const sources = sourcesMark(settings);
  if (last && last.sources === sources && last.live === recordedMark(liveSite(root), root)) {
    return last.summary;
  }
  const summary = await build();
  const live = recordedMark(liveSite(root), root);
  if (sources && live) {
    const { made, reused } = summary;
    const next: LastBuild = {
      sources,
      live,
      summary: { ...summary, made: 0, reused: made + reused },
    };
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(next));
  }
  return summary;
}

function readLast(file: string): LastBuild | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError || isNodeError(error, "ENOENT")) return undefined;
    throw error;
  }
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
