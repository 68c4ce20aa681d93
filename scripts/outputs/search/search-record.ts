import type { Language } from "../../lib/language.ts";

/** A page as the search knows it. */
export interface SearchRecord {
  /** From the site's root, without the base path: the browser puts that before it. */
  address: string;
  language: Language;
  title: string;
  /** What is read on the page, as plain text. */
  text: string;
}
