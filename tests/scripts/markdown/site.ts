import type { Language } from "../../../scripts/lib/languages.ts";
import { checkMarkdown } from "../../../scripts/markdown/check.ts";
import type { SiteIndex } from "../../../scripts/markdown/link-targets.ts";
import { type MarkdownReferences, readMarkdown } from "../../../scripts/markdown/read.ts";
import { fillHtml } from "../../../scripts/markdown/render.ts";
import type { Problem } from "../../../scripts/problems/problem.ts";

const entries = new Map(
  [
    ["/", "content/en/index.md", true],
    ["/about/", "content/en/about.md", true, "shanghai", "liverpool"],
    ["/news/", "content/en/news/index.md", true],
    ["/news/culture-day/", "content/en/news/culture-day.md", true],
    ["/news/draft/", "content/en/news/draft.md", false, "later"],
    ["/zh/", "content/zh/index.md", true],
    ["/zh/about/", "content/zh/about.md", true, "上海", "利物浦"],
    ["/zh/contact/", "content/zh/contact.md", true],
  ].map(([address, source, published, ...ids]) => [
    String(address),
    { source: String(source), published: published === true, ids: new Set(ids.map(String)) },
  ]),
);

/** A small site in two languages. */
const site: SiteIndex = {
  origin: "https://www.l-s-p.org.uk",
  addressOf: (path) => [...entries].find(([, { source }]) => source === path)?.[0],
  entryAt: (address) => entries.get(address),
  addresses: [...entries.keys()],
  knownFiles: new Set(["/contact/l-s-p.vcf"]),
};

export type Options = Partial<Omit<Parameters<typeof checkMarkdown>[0], "references" | "site">>;

/** A Chinese text, in place of one of `content/en/news/index.md`. */
export const zh: Options = { path: "content/zh/about.md" };

/** The problems of `text` where it stands. */
export function check(text: string, options: Options = {}): Problem[] {
  const { path = "content/en/news/index.md" } = options;
  const language = path.startsWith("content/zh/") ? "zh" : "en";
  return checkMarkdown({
    ...{ path, published: true, short: false, start: { line: 1, column: 1 }, aligned: true },
    ...options,
    references: read(text, language),
    site,
  });
}

/** What `text` refers to, and what is wrong in it. */
export function read(text: string, language: Language = "en"): MarkdownReferences {
  return readMarkdown(text, { ...options, language }).references;
}

const options = { reservedIds: ["content"], photographAbove: false };

/** HTML of `text` as the pages have it, with plain hooks. */
export function render(text: string, language: Language = "en", photographAbove = false): string {
  const { html } = readMarkdown(text, { ...options, language, photographAbove });
  return fillHtml(html, {
    afterLink: (href) => (href.endsWith(".pdf") ? " (PDF)" : ""),
    resolveLink: (href) => (href.endsWith(".md") ? "/base/a!" : href),
    renderPhotograph: (use) => `<figure>${JSON.stringify(use)}</figure>\n`,
    label: (path, values) => [language, path, ...Object.values(values)].join(" "),
  });
}

/** The photographs that `text` asks for. */
export function photographsOf(
  text: string,
  photographAbove = false,
): { first: boolean; inPair: boolean; alt: string; link?: string }[] {
  const figures = render(text, "en", photographAbove).matchAll(/<figure>(.*)<\/figure>/g);
  return Array.from(figures, ([, use = ""]) => JSON.parse(use));
}
