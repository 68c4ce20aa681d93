import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { goals } from "../goals.ts";
import { benchMarkdown } from "./bench-markdown.ts";
import { benchPage } from "./bench-page.ts";
import type { BenchResults } from "./bench-results.ts";

/**
 * Writes a run into `folder`: `bench.md`, `results.json` and `index.html`, the page of charts.
 *
 * @returns the Markdown
 */
export async function writeReport(folder: string, results: BenchResults): Promise<string> {
  await mkdir(folder, { recursive: true });
  const markdown = benchMarkdown(results, goals);
  await writeFile(path.join(folder, "bench.md"), markdown);
  await writeFile(path.join(folder, "results.json"), `${JSON.stringify(results, undefined, 2)}\n`);
  await writeFile(path.join(folder, "index.html"), benchPage(results, goals));
  return markdown;
}
