import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { checkText } from "../lib/check-text.ts";
import { checkTextSize } from "../lib/check-text-size.ts";
import { type ParsedRecord, parseRecord } from "./parse-record.ts";

/** Reads and parses the record at `path` (from `root`), which is known to be there. */
export async function readRecord(root: string, path: string): Promise<ParsedRecord> {
  const file = join(root, path);
  const tooLarge = checkTextSize(path, (await stat(file)).size);
  if (tooLarge !== undefined) return { problems: [tooLarge] };
  const { text, problems } = checkText(path, await readFile(file));
  if (text === undefined) return { problems };
  const parsed = parseRecord(text, path);
  if (problems.length === 0) return parsed;
  return { problems: [...problems, ...(parsed.problems ?? [])] };
}
