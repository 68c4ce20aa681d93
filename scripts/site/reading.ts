import path from "node:path";
import { type ReadPage, readPage } from "../content/content.ts";
import { type ContentFile, type Entry, placeOfKey } from "../content/entry.ts";
import { sha256 } from "../lib/files.ts";
import { compareCodeUnits } from "../lib/lists.ts";
import { stampOf } from "../lib/stamps.ts";
import type { TextStart } from "../markdown/places.ts";
import { checkPlainText, type PlainText } from "../markdown/plain.ts";
import { type MarkdownReferences, readMarkdown } from "../markdown/read.ts";
import type { HtmlText } from "../markdown/render.ts";
import { typeset } from "../markdown/typography.ts";
import type { TextPosition } from "../problems/problem.ts";
import { readTextFile, type UnsavedTexts } from "../problems/text.ts";
import { reservedIds } from "./layout-ids.ts";

/** What a content file says by itself, whatever the rest of the site is. */
export interface Reading {
  /** Of the file; see `stampOf`. */
  stamp?: string | undefined;
  /** The same for the same bytes alone. */
  hash: string;
  page: ReadPage;
  /** Its body, then the short texts of its front matter. */
  texts: readonly ContentText[];
  /** What stands in its texts besides ASCII, each character once. */
  signs: string;
  /** Title and summary as pages show them, with the quotes and dashes of the text. */
  title: string;
  summary: string;
  /** A hash of all that other pages show of this one. */
  listed: string;
}

/** One Markdown text of a content file. */
interface ContentText extends TextStart {
  /** In front matter, where there are no headings and pictures. */
  short: boolean;
  references: MarkdownReferences;
}

/** A content file, read: plain data, which a thread can give. */
export interface ReadFile {
  reading: Reading;
  /** What pages show of its texts, which is not kept. */
  texts: readonly HtmlText[];
}

/** @param root the project's folder, absolute */
export function readContentFile(root: string, file: ContentFile, unsaved?: UnsavedTexts): ReadFile {
  // Before its text: what changes in between is read again.
  const stamp = stampOf(path.join(root, file.source));
  const read = readTextFile(root, file.source, unsaved);
  const { body, ...page } = readPage(file, read);
  const { language, bodyLine } = page.entry ?? page.file;
  const { photo, screens = [], title = "", summary = "", date, archive, event } = page.entry ?? {};
  const parts = [
    { text: body, short: false, start: { line: bodyLine, column: 1 }, aligned: true },
    ...screens.map(({ text, textAt, textAligned }) => {
      return { text, short: true, start: textAt, aligned: textAligned };
    }),
  ];
  const photographAbove = photo !== undefined || screens.length > 0;
  const options = { language, reservedIds, photographAbove };
  const all = parts.map(({ text, ...part }) => ({ ...part, ...readMarkdown(text, options) }));
  const texts = all.map(({ html: _html, ...text }) => text);
  const plain = page.entry ? plainTexts(page.entry) : [];
  const problems = [...page.problems, ...plain.flatMap(checkPlainText)];
  const seen = plain.filter(({ key }) => key !== "photo.alt");
  const { authors = [], translators = [] } = page.entry ?? {};
  const written = [...seen, ...parts].map(({ text }) => text);
  const signs = signsIn([...written, ...authors, ...translators]);
  const reading = {
    stamp,
    hash: read.hash,
    page: { ...page, problems },
    texts,
    signs,
    title: typeset(title, language),
    summary: typeset(summary, language),
    listed: sha256(JSON.stringify([file.source, title, summary, date, archive, photo, event])),
  };
  return { reading, texts: all.map(({ html }) => html) };
}

/** What layouts show of a page's front matter as it stands. */
function plainTexts(entry: Entry): PlainText[] {
  const { source, title, summary, event, photo, screens = [] } = entry;
  const at = (place: TextPosition) => () => ({ ...place, path: source });
  return [
    { key: "title", text: title, place: () => placeOfKey(entry, "title") },
    { key: "summary", text: summary, place: () => placeOfKey(entry, "summary") },
    ...(["venue", "address", "price"] as const).flatMap((key) => {
      const text = event?.[key];
      return text === undefined ? [] : [{ key, text, place: () => placeOfKey(entry, key) }];
    }),
    ...(photo?.alt === undefined ? [] : [{ key: "photo.alt", text: photo.alt, place: at(photo) }]),
    ...screens.map((screen, index) => {
      return { key: `screens.${index + 1}.title`, text: screen.title, place: at(screen.titleAt) };
    }),
  ];
}

/** What stands in texts besides ASCII, each character once, in order. */
export function signsIn(texts: readonly string[]): string {
  const signs = new Set(texts.flatMap((text) => text.match(/[^\0-\x7f]/gu) ?? []));
  return [...signs].sort(compareCodeUnits).join("");
}
