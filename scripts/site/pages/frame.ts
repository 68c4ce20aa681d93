import { type Entry, isPublished } from "../../content/entry.ts";
import { stringAt } from "../../content/facts.ts";
import { translatedDay } from "../../content/translations.ts";
import { homeAddress, withPrefix } from "../../lib/addresses.ts";
import { dateline } from "../../lib/dates.ts";
import { fillIn } from "../../lib/fill-in.ts";
import { type Language, languageTag, otherLanguage } from "../../lib/languages.ts";
import { feedAddresses, manifestPath } from "../fixed-addresses.ts";
import { cardData } from "./cards.ts";
import type { SiteContext, Standing } from "./context.ts";
import { structuredData } from "./structured-data.ts";

/** What `layouts/base.njk` and its partials read, the same for every page. */
export function frameData(standing: Standing, context: SiteContext): Record<string, unknown> {
  const { entry, counterpart } = standing;
  const { facts, prefix } = context;
  const other = otherLanguage(entry.language);
  return {
    entry: {
      source: entry.source,
      language: entry.language,
      languageTag: languageTag[entry.language],
      kind: entry.kind,
      title: standing.title,
      documentTitle: `${standing.title} · ${facts.site.name[entry.language]}`,
      summary: standing.summary,
    },
    machines: machineData(standing, context),
    home: { url: withPrefix(prefix, homeAddress[entry.language]) },
    navigation: navigation(standing, context),
    footNavigation: footNavigation(entry, context),
    counterpart: counterpart !== undefined,
    outdated: outdated(standing, context),
    unpublished: unpublished(entry, context),
    languageSwitch: {
      url: withPrefix(prefix, counterpart ?? homeAddress[other]),
      tag: languageTag[other],
    },
  };
}

/** What the preview says above a page that no build would show; undefined for all others. */
function unpublished(entry: Entry, { facts, now }: SiteContext): string | undefined {
  if (isPublished(entry, now)) return undefined;
  const strings = facts.strings[entry.language];
  if (entry.draft || !entry.date) return stringAt(strings, "preview.draft");
  const date = dateline(entry.date.day, entry.language).text;
  return fillIn(stringAt(strings, "preview.notDue"), { date });
}

/** What a page says whose original has changed since it was translated; undefined for all others. */
function outdated({ entry, address }: Standing, { facts, lists }: SiteContext): string | undefined {
  const day = translatedDay(entry, lists.counterpart(entry));
  // Further pages of a list, and lists by tag, have none of the text.
  if (day === undefined || address !== entry.address) return undefined;
  const strings = facts.strings[entry.language];
  const date = dateline(day, entry.language).text;
  return fillIn(stringAt(strings, "language.outdated"), { date });
}

function navigation({ entry, address }: Standing, context: SiteContext) {
  const { facts, prefix, lists } = context;
  return facts.navigation.flatMap((item) => {
    const target = lists.entry(entry.language, item.page);
    if (!target) return [];
    // What stands in the list, and further pages of the list itself.
    const within = target === entry || target === context.lists.above(entry);
    return [
      {
        label: item.label[entry.language],
        url: withPrefix(prefix, target.address),
        current: target.address === address ? "page" : within ? "true" : undefined,
      },
    ];
  });
}

/** Pages that are not in the main navigation stand at the foot, so that none is out of reach. */
function footNavigation(entry: Entry, { facts, prefix, lists }: SiteContext) {
  const credits = lists.entry(entry.language, "credits");
  return [...lists.pages[entry.language], ...(credits ? [credits] : [])]
    .filter((candidate) => !facts.navigation.some((item) => item.page === candidate.key))
    .map((candidate) => ({
      label: candidate.title,
      url: withPrefix(prefix, candidate.address),
      current: candidate === entry ? "page" : undefined,
    }));
}

/** What the head of a page says to machines; see `partials/machines.njk`. */
function machineData(standing: Standing, context: SiteContext) {
  return {
    manifest: withPrefix(context.prefix, `/${manifestPath[standing.entry.language]}`),
    feeds: feedLinks(standing.entry.language, context),
    card: cardData(standing, context),
    structured: structuredData(standing, context),
  };
}

/** A link to a feed, in the head of pages and below the list of news. */
interface FeedLink {
  /** The format's own name. */
  format: string;
  /** Media type. */
  type: string;
  /** What feed readers show where a page has several. */
  title: string;
  url: string;
}

/** The feeds of a language, the format that more readers know first. */
function feedLinks(language: Language, { facts, prefix }: SiteContext): FeedLink[] {
  const { atom, json } = feedAddresses(language);
  const link = (format: string, type: string, address: string) => ({
    format,
    type,
    title: `${facts.site.name[language]} (${format})`,
    url: withPrefix(prefix, address),
  });
  return [
    link("Atom", "application/atom+xml", atom),
    link("JSON Feed", "application/feed+json", json),
  ];
}
