import type { Language } from "../../../scripts/lib/languages.ts";
import { checkMarkdown } from "../../../scripts/markdown/check.ts";
import type { SiteEntry, SiteIndex } from "../../../scripts/markdown/link-targets.ts";
import { readReferences } from "../../../scripts/markdown/read.ts";
import { formatProblem } from "../../../scripts/problems/print.ts";

const entries = new Map<string, SiteEntry>(
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
export const site: SiteIndex = {
  origin: "https://www.l-s-p.org.uk",
  addressOf: (path) => [...entries].find(([, { source }]) => source === path)?.[0],
  entryAt: (address) => entries.get(address),
  addresses: [...entries.keys()],
  knownFiles: new Set(["/contact/l-s-p.vcf"]),
};

/** The problems of `text`, as they are printed but without the path. */
export function check(
  text: string,
  options: { path?: string; published?: boolean; short?: boolean } = {},
) {
  const path = options.path ?? "content/en/news/index.md";
  const language: Language = path.startsWith("content/zh/") ? "zh" : "en";
  const problems = checkMarkdown({
    path,
    published: options.published ?? true,
    short: options.short ?? false,
    references: readReferences(text, { language, reservedIds: [] }),
    start: { line: 1, column: 1 },
    aligned: true,
    site,
  });
  return problems.map((problem) => formatProblem(problem).slice(path.length + 1));
}
