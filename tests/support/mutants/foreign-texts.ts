import { readFile } from "node:fs/promises";
import path from "node:path";
import { listFiles } from "../list-files.ts";
import { projectRoot } from "../project-root.ts";

/** A Markdown text that nobody wrote for this site. */
export interface ForeignText {
  /** Below `node_modules/`. */
  file: string;
  text: string;
}

/**
 * `count` different Markdown files out of the packages that are installed, evenly spread.
 */
export async function foreignTexts(count: number): Promise<ForeignText[]> {
  const modules = path.join(projectRoot, "node_modules");
  const files = (await listFiles(modules)).filter((file) => file.endsWith(".md"));
  const read = files.map(async (file) => {
    const text = await readFile(path.join(modules, file), "utf8");
    return [text, file] as const;
  });
  // By text: many packages bring the same file.
  const different = [...new Map(await Promise.all(read))].filter(([text]) => text.trim() !== "");
  const step = different.length / count;
  return Array.from({ length: count }, (_, index) => {
    const [text = "", file = ""] = different[Math.floor(index * step)] ?? [];
    return { file, text };
  });
}
