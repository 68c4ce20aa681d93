import { stringify } from "yaml";

/** What a new page says of itself. */
export interface DraftHead {
  title: string;
  summary: string;
  /** Of an article. */
  date?: string;
}

/** The file of a new page: its front matter as a draft, and room for the text. */
export function draftText(head: DraftHead): string {
  return `---\n${stringify({ ...head, draft: true }, { lineWidth: 0 })}---\n\n`;
}
