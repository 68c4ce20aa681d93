import { readFileSync, writeFileSync } from "node:fs";
import { isNodeError, sha256 } from "./files.ts";

/** What a file says that a program keeps for itself. */
interface RecordedValue<Value> {
  /** SHA-256 of what it says; of another value another one. */
  mark: string;
  /** Undefined where there is no file, or one that is damaged or half written. */
  value: Value | undefined;
}

/** Reads what {@link writeRecord} has written. Throws what the disk throws. */
export function readRecord<Value>(file: string): RecordedValue<Value> {
  const [mark = "", json = ""] = textOf(file).split("\n");
  return { mark, value: mark === sha256(json) ? JSON.parse(json) : undefined };
}

/** Records plain data, and gives the mark of the record. Throws what the disk throws. */
export function writeRecord(file: string, value: unknown): string {
  const json = JSON.stringify(value);
  const mark = sha256(json);
  writeFileSync(file, `${mark}\n${json}`);
  return mark;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (isNodeError(error, "ENOENT")) return "";
    // Of a folder in its place the system does not say which.
    throw Object.assign(error as Error, { path: file });
  }
}
