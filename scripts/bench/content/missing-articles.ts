import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Article } from "./generate-articles.ts";

/**
 * What is missing in a built site of which these articles should be part, in one clause; undefined
 * if every one has its page, with the title and the words in bold.
 *
 * @param output the folder of the built site, with `news/NAME/index.html`
 */
export async function missingArticles(
  output: string,
  articles: readonly Article[],
): Promise<string | undefined> {
  let made = 0;
  for (const { name, title } of articles) {
    const html = await readPage(path.join(output, "news", name, "index.html"));
    if (html?.includes(title) && html.includes("<strong>most people</strong>")) made += 1;
  }
  if (made === articles.length) return undefined;
  return `${made} of ${articles.length} articles have their page`;
}

async function readPage(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
