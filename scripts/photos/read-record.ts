import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { invalidUtf8Offset } from "../lib/invalid-utf8-offset.ts";
import { isNodeError } from "./is-node-error.ts";
import { type ParsedRecord, parseRecord } from "./parse-record.ts";
import { photoFault } from "./photo-fault.ts";

/** Reads and parses the record at `path` (from `root`), which is known to be there. */
export async function readRecord(root: string, path: string): Promise<ParsedRecord> {
  const top = { path, line: 1, column: 1 };
  let bytes: Buffer;
  try {
    bytes = await readFile(join(root, path));
  } catch (error) {
    if (!isNodeError(error, "ENOENT", "EACCES", "EPERM")) throw error;
    return { problems: [photoFault("record-unreadable", {})(top)] };
  }
  if (invalidUtf8Offset(bytes) !== -1) {
    return { problems: [photoFault("record-not-utf-8", {})(top)] };
  }
  return parseRecord(bytes.toString("utf8"), path);
}
