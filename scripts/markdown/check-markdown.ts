import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import type { Rules } from "../lib/rule.ts";
import { sortProblems } from "../lib/sort-problems.ts";
import { checkHeadings } from "./check-headings.ts";
import { checkImages } from "./check-images.ts";
import { checkLink } from "./check-link.ts";
import { markdownRules } from "./markdown-rules.ts";
import { placeInFile, type TextStart } from "./place-in-file.ts";
import type { MarkdownReferences } from "./read-references.ts";
import type { SiteIndex } from "./site-index.ts";
import type { Suspect } from "./suspect.ts";

/** One Markdown text of a content file: its body, or a short text of its front matter. */
export interface MarkdownText extends TextStart {
  /** The content file from the project's root, `content/en/about.md`. */
  path: string;
  /** Whether the page is on the site today: only then must the pages it links to be there too. */
  published: boolean;
  /** In front matter: paragraphs, lists and links only. */
  short: boolean;
  references: MarkdownReferences;
  site: SiteIndex;
}

/** Everything that is wrong in a Markdown text, at its place in the file; sorted by place. */
export function checkMarkdown(text: MarkdownText): Problem[] {
  const { references } = text;
  const found: Suspect[] = [
    ...references.suspects,
    ...checkHeadings(text),
    ...checkImages(text),
    ...references.links.flatMap((link) => {
      const wrong = checkLink(link, text);
      return wrong ? [{ ...wrong, line: link.line, column: link.column }] : [];
    }),
  ];
  return sortProblems(
    found.map(({ rule, values, line, column }) => {
      const place = { path: text.path, ...placeInFile(text, { line, column }) };
      return problemOf<Rules, string>(markdownRules, rule, place, values);
    }),
  );
}
