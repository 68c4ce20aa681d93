import type { Entry } from "../../content/entry.ts";
import type { Facts } from "../../content/facts.ts";
import type { Language } from "../../lib/languages.ts";
import type { Photograph } from "../../photos/original.ts";
import type { RenditionCollector } from "../../photos/picture.ts";
import type { PhotoUse } from "../../photos/use.ts";
import type { CardCollector } from "./card-collector.ts";

/** What every page of one build has in common. */
export interface SiteContext {
  facts: Facts;
  /** What is to be seen: published entries, in the preview all of them. */
  entries: readonly Entry[];
  /** `https://…`, no trailing slash. */
  origin: string;
  /** Begins and ends with `/`. */
  prefix: string;
  /** The clock of the build, in ms since 1970: in the preview some entries are not due yet. */
  now: number;
  /** The year of the build, for which time zones are read. */
  year: number;
  /** The map of the crossing, in each language. */
  crossing: Readonly<Record<Language, { map: string }>>;
  /** Path of the original that a picture written in a content file means. */
  originalOf(source: string, written: string): string;
  /** Sound photographs in use, by path from the root. */
  photographs: ReadonlyMap<string, Photograph>;
  /** Where photographs stand in the content, drafts included. */
  photoUses: readonly PhotoUse[];
  /** Takes note of every rendition that a page asks for. */
  renditions: RenditionCollector;
  /** Takes note of every card; none in the preview, which nobody shares, and with `pagesOnly`. */
  cards: CardCollector | undefined;
}
