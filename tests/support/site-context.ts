import { checkContent } from "../../scripts/content/content.ts";
import { contentFile, type Entry } from "../../scripts/content/entry.ts";
import { parseCivilDate } from "../../scripts/lib/dates.ts";
import type { Language } from "../../scripts/lib/languages.ts";
import { renditionCollector } from "../../scripts/photos/picture.ts";
import type { SiteContext } from "../../scripts/site/pages/context.ts";
import { crossingData } from "../../scripts/site/pages/crossing.ts";
import { siteLists } from "../../scripts/site/pages/lists.ts";
import { fixtureSite } from "./files.ts";

/** An entry as the reading of content makes it, with no more than its path and a few keys. */
export function entryOf(
  language: Language,
  key: string,
  own: Partial<Pick<Entry, "title" | "archive" | "event">> & {
    date?: string;
    tags?: readonly string[];
  } = {},
): Entry {
  const day = own.date === undefined ? undefined : parseCivilDate(own.date);
  const instant = day && Date.UTC(day.year, day.month - 1, day.day);
  return {
    ...contentFile(`content/${language}/${key}.md`, language, key),
    title: own.title ?? key,
    summary: `About ${key}`,
    ...(day && instant !== undefined && { date: { written: own.date ?? "", day, instant } }),
    due: instant,
    archive: own.archive ?? false,
    draft: false,
    ...(own.event && { event: own.event }),
    tags: (own.tags ?? []).map((slug) => ({ slug, line: 1, column: 1 })),
    aliases: [],
    aliasPlaces: [],
    textStamp: "",
    places: {},
  };
}

/** A site of the given entries, which have no text, with the facts of the fixture. */
export async function contextOf(entries: readonly Entry[], prefix = "/"): Promise<SiteContext> {
  const { facts } = await checkContent(fixtureSite);
  if (!facts) throw new Error("the project's facts have errors");
  return {
    facts,
    entries,
    lists: siteLists(entries),
    origin: "https://cities.example",
    prefix,
    now: Date.UTC(2026, 11, 1),
    crossing: { en: crossingData(facts, "en", 2026), zh: crossingData(facts, "zh", 2026) },
    readingOf: (entry) => {
      const { title, summary } = entry;
      const hash = JSON.stringify(entry);
      const page = { entry, problems: [] };
      return { hash, page, texts: [], signs: "", title, summary, listed: hash };
    },
    textsOf: () => [],
    originalOf: (_source, written) => written,
    photographs: new Map(),
    photoUses: [],
    downloads: new Map(),
    downloadUses: [],
    renditions: renditionCollector(),
    cardColours: undefined,
  };
}
