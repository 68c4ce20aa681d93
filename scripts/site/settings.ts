import type { Commit } from "../lib/files.ts";

/** What a build is told from outside; everything else follows from the files of the project. */
export interface Settings {
  /** The project's folder, absolute. */
  root: string;
  /** `https://…` without a trailing slash; undefined: the one in `content/_data/site.yaml`. */
  origin: string | undefined;
  /** Where the host serves the site: begins and ends with `/`. */
  prefix: string;
  /** The only clock of a build, in ms since 1970: `SOURCE_DATE_EPOCH` or the last commit's time. */
  now: number;
  /** Named in `build.json`; undefined where git can tell none. */
  commit?: Commit | undefined;
  /** For the preview: shows drafts and what is not yet due, and leaves pages unminified. */
  drafts: boolean;
  /** For measurements: makes no photographs, cards and search index, which the pages still name. */
  pagesOnly?: boolean;
}
