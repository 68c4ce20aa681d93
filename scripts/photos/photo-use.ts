import type { Language } from "../lib/language.ts";

/** One place in the content that shows a photograph. */
export interface PhotoUse {
  /** The content file's path from the root, with forward slashes. */
  source: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  /** The photograph's path as it is written there, relative to the content file. */
  written: string;
  alt: string | undefined;
  language: Language;
}
