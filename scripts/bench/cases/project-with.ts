import { existsSync } from "node:fs";
import path from "node:path";
import { copyProject } from "../content/copy-project.ts";
import { generateArticles } from "../content/generate-articles.ts";
import { writeArticles } from "../content/write-articles.ts";
import type { Bench } from "./bench.ts";
import type { Command } from "./bench-case.ts";

/** A copy of this project in the bench's folder, with generated articles beside its own. */
export interface BenchProject {
  folder: string;
  /** Its English news: `NAME.md` each. */
  news: string;
  /** Runs one of its commands, `build`, as npm does. */
  command: (name: string, ...args: string[]) => Command;
}

/**
 * The copy with so many generated articles; groups that ask for the same number share it, with the
 * caches that are in it by then, unless they give it a name of their own.
 */
export async function projectWith(
  { root, scratch, epoch }: Bench,
  articles: number,
  folderName = `project-${articles}`,
): Promise<BenchProject> {
  const folder = path.join(scratch, folderName);
  const news = path.join(folder, "content/en/news");
  if (!existsSync(folder)) {
    await copyProject(root, folder);
    await writeArticles(news, generateArticles(articles));
  }
  const command = (name: string, ...args: string[]): Command => ({
    file: process.execPath,
    args: ["scripts/run.mjs", name, ...args],
    cwd: folder,
    env: { SOURCE_DATE_EPOCH: epoch },
  });
  return { folder, news, command };
}
