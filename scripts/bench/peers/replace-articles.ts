import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Article } from "../content/generate-articles.ts";
import { writeArticles } from "../content/write-articles.ts";

/** Puts these articles in the place of those that stood in a folder; its other files stay. */
export async function replaceArticles(folder: string, articles: readonly Article[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (/^article-\d+\.md$/.test(name)) await rm(path.join(folder, name));
  }
  await writeArticles(folder, articles);
}
