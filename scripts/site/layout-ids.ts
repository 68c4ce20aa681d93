import type { Kind } from "../content/entry.ts";

const everywhere = ["content"];

/** The ids that the layout of each kind of page uses: links may name them, headings may not. */
export const layoutIds: Readonly<Record<Kind, readonly string[]>> = {
  welcome: [
    ...everywhere,
    "liverpool",
    "shanghai",
    "liverpool-title",
    "shanghai-title",
    "event-title",
    "newest-title",
    "crossing-title",
    "contact-title",
  ],
  about: [...everywhere, "two-cities-title", "timeline-title"],
  news: everywhere,
  archive: everywhere,
  article: everywhere,
  events: everywhere,
  event: everywhere,
  contact: everywhere,
  search: everywhere,
  credits: [...everywhere, "photographs-title"],
  notFound: everywhere,
  page: everywhere,
};

/** Every id that some layout uses: one list, so that a heading's id does not depend on its page. */
export const reservedIds: readonly string[] = [...new Set(Object.values(layoutIds).flat())];
