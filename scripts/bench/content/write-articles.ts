import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { formatArticle } from "./format-article.ts";
import type { Article } from "./generate-articles.ts";

/** Writes articles into a folder, `NAME.md` each; the folder is made where it is missing. */
export async function writeArticles(folder: string, articles: readonly Article[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const article of articles) {
    await writeFile(path.join(folder, `${article.name}.md`), formatArticle(article));
  }
}
