import { statSync } from "node:fs";
import path from "node:path";

const sentences: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full — free some space and build again",
  EDQUOT: "the disk quota is used up — free some space and build again",
  EROFS: "the folder is read-only — build where files can be written",
  EACCES: "the permissions do not allow it — give this user the right to write there",
  EPERM: "the permissions do not allow it — give this user the right to write there",
  EBUSY: "it is a disk of its own or in use — unmount it, or end what uses it, and build again",
  EXDEV:
    "it is a disk of its own, and files are put there by renaming — unmount it and build again",
  EMFILE: "too many files are open — raise the limit with “ulimit -n 4096”",
  ENOENT: "it is not there, or went away meanwhile — bring it back and build again",
  ENOTDIR: "a file stands where a folder must be — move it away and build again",
  EEXIST: "a file stands where a folder must be — move it away and build again",
  EISDIR: "a folder stands where a file must be — move it away and build again",
  EADDRINUSE: "another program uses the port — end it, or choose another with PORT=8081",
};

/** One sentence for a fault of disk or system; undefined if `error` is none. */
export function systemFailure(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const code = String(error.code);
  const sentence = sentences[code];
  if (!sentence) return undefined;
  // What a file is renamed to is in the way, not the file.
  const named = code === "EISDIR" && "dest" in error ? error.dest : "path" in error && error.path;
  if (typeof named !== "string") return sentence.replace(/^./, (first) => first.toUpperCase());
  const file = code === "ENOTDIR" || code === "EEXIST" ? fileInTheWay(named) : undefined;
  return `Cannot use ${file ?? named}: ${sentence}`;
}

/** The first part of a path that is a file; the system names the whole path only. */
function fileInTheWay(wanted: string): string | undefined {
  const parent = path.dirname(wanted);
  if (parent === wanted) return undefined;
  const above = fileInTheWay(parent);
  if (above) return above;
  return statSync(wanted, { throwIfNoEntry: false })?.isFile() ? wanted : undefined;
}
