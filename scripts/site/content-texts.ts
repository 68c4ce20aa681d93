import type { ContentFile, Entry } from "../content/entry.ts";
import { makeAnew, type Remember } from "../lib/lists.ts";
import type { TextStart } from "../markdown/places.ts";
import { type MarkdownReferences, readReferences } from "../markdown/read.ts";
import { reservedIds } from "./layout-ids.ts";

/** A content file; one whose front matter has errors lacks what was to be read from it. */
export type ReadFile = ContentFile & Partial<Pick<Entry, "photo" | "screens" | "draft" | "due">>;

/** One Markdown text of a content file, read once for all checks. */
export interface ContentText extends TextStart {
  file: ReadFile;
  /** In front matter, where there are no headings and pictures. */
  short: boolean;
  references: MarkdownReferences;
}

/**
 * The body of a file, and the short texts of its front matter.
 *
 * @param remember what reading a text gave in earlier runs
 */
export function contentTexts(file: ReadFile, remember: Remember = makeAnew): ContentText[] {
  const { language } = file;
  const read = (text: string) =>
    remember(`references ${language}`, text, () => readReferences(text, { reservedIds, language }));
  return [
    {
      file,
      short: false,
      start: { line: file.bodyLine, column: 1 },
      aligned: true,
      references: read(file.body),
    },
    ...(file.screens ?? []).map((screen) => ({
      file,
      short: true,
      start: screen.textAt,
      aligned: screen.textAligned,
      references: read(screen.text),
    })),
  ];
}
