import type { Language } from "../../../scripts/lib/languages.ts";
import type { MarkdownEntry } from "../../../scripts/markdown/grammar.ts";
import { createMarkdown } from "../../../scripts/markdown/render.ts";

const markdown = createMarkdown(
  {
    resolveLink: (href, { entry }) => (href.endsWith(".md") ? `/base${entry.source}!` : href),
    renderPhotograph: (use) => `<figure>${JSON.stringify(use)}</figure>\n`,
    tableLabel: ({ entry }) => (entry.language === "en" ? "Table" : "表格"),
  },
  { reservedIds: ["content"] },
);

/** HTML of `text` as the pages have it, with plain hooks. */
export function render(text: string, language: Language = "en", entry: object = {}): string {
  const whole: MarkdownEntry = { source: "/a", language, ...entry };
  return markdown.render(text, { entry: whole });
}

/** The photographs that `text` asks for. */
export function photographsOf(text: string, entry: object = {}): { first: boolean; alt: string }[] {
  const figures = render(text, "en", entry).matchAll(/<figure>(.*)<\/figure>/g);
  return Array.from(figures, ([, use = ""]) => JSON.parse(use));
}
