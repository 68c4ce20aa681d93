/** How a build of the preview ended; sent from the process that builds to the one that serves. */
export type BuildOutcome =
  | { ok: true; summary: string; warnings: string[] }
  /** Sentences for the editor, one a problem. */
  | { ok: false; sentences: string[] };
