/** What a command is about to write. */
export interface NewFiles {
  /** By path from the project's root, with forward slashes. */
  files: ReadonlyMap<string, string | Uint8Array>;
  /** What to do with them, one step a line. */
  next: readonly string[];
}
