/** The commit that a site is built from. */
export interface Commit {
  /** In full, hexadecimal. */
  hash: string;
  /** Whether the work tree holds anything that is not in it. */
  modified: boolean;
}
