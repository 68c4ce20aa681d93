/** What `npm run new` writes in place of words that are still to come; allowed in drafts alone. */
export const placeholders = {
  /** Before a Chinese title or summary that is still the English one. */
  untranslated: "（待译）",
  /** In place of an English summary. */
  unwritten: "(to be written)",
} as const;
