import type { Article } from "./generate-articles.ts";

/** An article as a file: front matter that all competitors read alike, and Markdown. */
export function formatArticle({ title, summary, date, body }: Article): string {
  return `---\ntitle: ${title}\nsummary: ${summary}\ndate: ${date}\n---\n\n${body}\n`;
}
