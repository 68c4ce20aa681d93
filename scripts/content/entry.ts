import { addressOf } from "../lib/addresses.ts";
import type { CivilDate } from "../lib/dates.ts";
import type { Language } from "../lib/languages.ts";
import type { Place, TextPosition } from "../problems/problem.ts";
import type { Event } from "./events.ts";

/** What a content file is, by its path: articles are `news/*`, events `events/*`, a plain page any other name. */
export type Kind =
  | "welcome"
  | "about"
  | "news"
  | "archive"
  | "article"
  | "events"
  | "event"
  | "contact"
  | "search"
  | "credits"
  | "notFound"
  | "page";

/** A Markdown file of `content/` that stands where a page may stand. */
export interface ContentFile {
  /** Path from the project's root, with forward slashes: `content/zh/news/culture-day.md`. */
  source: string;
  language: Language;
  kind: Kind;
  /** Path below the language's folder, without `.md`: the same for both languages. */
  key: string;
  /** Where the page will be, without origin and prefix: `/zh/news/culture-day/`. */
  address: string;
  /** Line of the file on which the text after the front matter begins, 1-based. */
  bodyLine: number;
}

/** A date as front matter gives it. */
export interface WrittenDate {
  written: string;
  /** The day, in the time zone of the page's language. */
  day: CivilDate;
  /** Milliseconds since 1970: 00:00 of that day in that time zone, or the very instant written. */
  instant: number;
}

/** A photograph that front matter names, where it does. */
export interface PhotoReference extends TextPosition {
  /** The path as written, relative to the Markdown file. */
  written: string;
  alt?: string;
}

/** A tag that an article's front matter names. */
interface WrittenTag extends TextPosition {
  /** Of the list in `content/_data/tags.yaml`. */
  slug: string;
}

/** One of Welcome's two screens. */
interface Screen {
  city: "liverpool" | "shanghai";
  photo: PhotoReference;
  title: string;
  titleAt: TextPosition;
  /** Markdown. */
  text: string;
  /** Where the text begins. */
  textAt: TextPosition;
  /** Whether its lines are lines of the file, all indented alike, as below `text: |`. */
  textAligned: boolean;
}

/** A content file whose front matter is in order, as typed data. */
export interface Entry extends ContentFile {
  title: string;
  summary: string;
  date?: WrittenDate;
  updated?: WrittenDate;
  /** When the page may be published, milliseconds since 1970; undefined: at once. */
  due: number | undefined;
  archive: boolean;
  draft: boolean;
  tags: readonly WrittenTag[];
  photo?: PhotoReference;
  screens?: readonly [Screen, Screen];
  /** Who wrote it, and who translated it into its language, where that is told. */
  authors?: readonly string[];
  translators?: readonly string[];
  /** What an event's page announces; of no other page. */
  event?: Event;
  /** The day on which a Chinese page said what the English one did, a blank, the stamp of that text. */
  translated?: string;
  /** The stamp of this page's own text, see `translationStamp`. */
  textStamp: string;
  /** Old addresses that lead to this page, none percent-encoded. */
  aliases: readonly string[];
  /** Where each alias stands. */
  aliasPlaces: readonly TextPosition[];
  /** Where the value of each key of the front matter stands. */
  places: Readonly<Record<string, TextPosition>>;
}

/** The page of an event. */
export type EventEntry = Entry & { event: Event };

/** Whether a page is that of an event. */
export function isEvent(entry: Entry): entry is EventEntry {
  return entry.event !== undefined;
}

const kinds: ReadonlyMap<string, Kind> = new Map([
  ["index", "welcome"],
  ["about", "about"],
  ["news/index", "news"],
  ["news/archive", "archive"],
  ["events/index", "events"],
  ["contact", "contact"],
  ["search", "search"],
  ["credits", "credits"],
  ["404", "notFound"],
]);

/** What pages are in folders below that of a language, by the names of the folders. */
export const pageFolders: ReadonlyMap<string, Kind> = new Map([
  ["news", "article"],
  ["events", "event"],
]);

/** What is known of the file of a page before its text is divided. */
export function contentFile(source: string, language: Language, key: string): ContentFile {
  const [folder = ""] = key.split("/", 1);
  const kind = kinds.get(key) ?? (key === folder ? "page" : pageFolders.get(folder)) ?? "page";
  return { source, language, kind, key, address: addressOf(language, key), bodyLine: 1 };
}

/** Where the value of `key` of the front matter stands, or the beginning of the file without it. */
export function placeOfKey(entry: Pick<Entry, "source" | "places">, key: string): Place {
  return { path: entry.source, ...(entry.places[key] ?? { line: 1, column: 1 }) };
}

/** The address of the list of articles that have a tag. */
export function tagAddress(language: Language, slug: string): string {
  return addressOf(language, `news/tags/${slug}`);
}

/** The tag whose list of articles is at an address; undefined for other addresses. */
export function tagAt(address: string): string | undefined {
  return /^(?:\/zh)?\/news\/tags\/([^/]+)\/$/.exec(address)?.[1];
}

/** The addresses of the lists of articles by tag, one a tag that one of `entries` has. */
export function tagAddresses(entries: readonly Pick<Entry, "language" | "tags">[]): Set<string> {
  return new Set(
    entries.flatMap(({ language, tags }) => tags.map(({ slug }) => tagAddress(language, slug))),
  );
}

/** Whether `entry` may be shown at `now` (milliseconds since 1970): due, and not a draft. */
export function isPublished(entry: Pick<Entry, "draft" | "due">, now: number): boolean {
  return !entry.draft && (entry.due === undefined || entry.due <= now);
}

/** What `npm run new` writes in place of words that are still to come; allowed in drafts alone. */
export const placeholders = {
  /** Before a Chinese title or summary that is still the English one. */
  untranslated: "（待译）",
  /** In place of an English summary. */
  unwritten: "(to be written)",
} as const;

/**
 * When a page last changed, as its content says; undefined where it does not. The date of an
 * article from the archive is the day on which it came to this site.
 */
export function lastChange({ updated, date }: Entry): WrittenDate | undefined {
  return updated ?? date;
}

/** The last of some dates; undefined where there is none. */
export function newestDate(dates: readonly (WrittenDate | undefined)[]): WrittenDate | undefined {
  const known = dates.filter((date) => date !== undefined);
  return known.sort((a, b) => b.instant - a.instant)[0];
}
