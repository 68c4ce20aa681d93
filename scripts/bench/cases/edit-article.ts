import { readFile, writeFile } from "node:fs/promises";

/** Adds a sentence to the end of an article, as an editor would who saves the file. */
export async function editArticle(file: string, sentence: string): Promise<void> {
  const text = await readFile(file, "utf8");
  await writeFile(file, `${text.trimEnd()} ${sentence}\n`);
}
