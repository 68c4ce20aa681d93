const sentences: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full — free some space and build again",
  EDQUOT: "the disk quota is used up — free some space and build again",
  EROFS: "the folder is read-only — build where files can be written",
  EACCES: "the permissions do not allow it — give this user the right to write there",
  EPERM: "the permissions do not allow it — give this user the right to write there",
  EMFILE: "too many files are open — raise the limit with “ulimit -n 4096”",
  EADDRINUSE: "Another program uses the port — end it, or choose another with PORT=8081",
};

/** One sentence for a fault of disk or system; undefined if `error` is none. */
export function systemFailure(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const sentence = sentences[String(error.code)];
  if (!sentence) return undefined;
  return "path" in error && error.path ? `Cannot use ${error.path}: ${sentence}` : sentence;
}
