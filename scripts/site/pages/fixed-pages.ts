import type { Entry } from "../../content/entry.ts";
import { stringAt } from "../../content/facts.ts";
import { withPrefix } from "../../lib/addresses.ts";
import { dateline, parseCivilDate, yearText } from "../../lib/dates.ts";
import { formatPosition } from "../../lib/geography.ts";
import { type Language, languageTag, otherLanguage } from "../../lib/languages.ts";
import { compareCodeUnits, groupBy } from "../../lib/lists.ts";
import { typeset } from "../../markdown/typography.ts";
import { telephoneUri } from "../../outputs/small-texts.ts";
import { licencePage } from "../../photos/licences.ts";
import { vcardPath } from "../fixed-addresses.ts";
import { type LeadPhotograph, measuredPhotograph, type SiteContext } from "./context.ts";
import { nextEvent } from "./events.ts";
import { noticeItem } from "./news.ts";

/** What the layouts of Welcome, About, Contact and Credits read of their own; other pages have nothing. */
export function fixedPageData(entry: Entry, context: SiteContext): Record<string, unknown> {
  switch (entry.kind) {
    case "welcome":
      return welcomeData(entry, context);
    case "about":
      return aboutData(entry, context);
    case "contact":
      return { contact: contactData(entry, context) };
    case "credits":
      return { credits: creditsData(entry.language, context) };
    default:
      return {};
  }
}

/** The panel of the two cities and the timeline. */
function aboutData(entry: Entry, { facts, crossing }: SiteContext) {
  const { language } = entry;
  const { liverpool, shanghai } = facts.site.cities;
  const { times, ...between } = crossing[language];
  return {
    cities: [
      { ...liverpool, time: times.liverpool },
      { ...shanghai, time: times.shanghai },
    ].map((city) => ({
      name: city.name[language],
      place: city.place[language],
      position: formatPosition(city, language),
      degrees: formatPosition(city, language, "degrees"),
      river: city.river[language],
      time: city.time,
    })),
    crossing: between,
    timeline: facts.timeline.map((event) => ({
      date: when(event.when, language),
      what: event.what[language],
      source: event.source[language],
    })),
  };
}

/** A full date, or a year alone. */
function when(written: string, language: Language) {
  const date = parseCivilDate(written);
  if (date) return dateline(date, language);
  return { machine: written, text: yearText(written, language) };
}

const newestArticles = 3;

/** The two screens, the next event, the newest articles and the crossing. */
function welcomeData(entry: Entry, context: SiteContext) {
  const { entries, prefix } = context;
  const { language } = entry;
  const news = entries.find((other) => other.kind === "news" && other.language === language);
  return {
    screens: screens(entry, context),
    ...nextEvent(language, context),
    newest: context.lists.articles[language]
      .slice(0, newestArticles)
      .map((article) => noticeItem(article, context)),
    news: news && { url: withPrefix(prefix, news.address) },
    crossing: context.crossing[language],
    contact: contactData(entry, context),
  };
}

function screens(entry: Entry, context: SiteContext) {
  const { language } = entry;
  const { cities } = context.facts.site;
  const strings = context.facts.strings[language];
  return (entry.screens ?? []).map((screen) => {
    const city = cities[screen.city];
    return {
      city: screen.city,
      title: typeset(screen.title, language),
      photo: {
        original: context.originalOf(entry.source, screen.photo.written),
        alt: screen.photo.alt,
      },
      name: city.name[language],
      vertical: city.name[otherLanguage(language)],
      position: formatPosition(city, language),
      link:
        screen.city === "liverpool"
          ? { id: "shanghai", label: stringAt(strings, "diptych.toShanghai") }
          : { id: "liverpool", label: stringAt(strings, "diptych.toLiverpool") },
    };
  });
}

/** The contact details with their links; the card is for Contact alone. */
function contactData(entry: Entry, { facts, prefix }: SiteContext) {
  const { contact, name } = facts.site;
  return {
    name: name[entry.language],
    address: contact.address,
    telephone: contact.telephone,
    telephoneUrl: telephoneUri(contact.telephone),
    email: contact.email,
    emailUrl: `mailto:${contact.email}`,
    cardUrl: entry.kind === "contact" ? withPrefix(prefix, `/${vcardPath}`) : undefined,
  };
}

/** A photograph on the page of credits. */
interface CreditedPhotograph {
  photo: LeadPhotograph;
  caption: string;
  credit: string;
  licence: { name: string; url: string | undefined };
  /** The pages that show it; `tag` is the language of one in the other language. */
  pages: { title: string; url: string; tag: string | undefined }[];
}

/** Every photograph that the site shows in either language, by name, with what its record says of it. */
export function creditsData(language: Language, context: SiteContext): CreditedPhotograph[] {
  const other = otherLanguage(language);
  const here = showing(language, context);
  const there = showing(other, context);
  const originals = [...new Set([...here.keys(), ...there.keys()])].sort(compareCodeUnits);
  return originals.map((original) => {
    const { record } = measuredPhotograph({ original, alt: undefined }, context);
    const { alt, caption, credit, licence } = record;
    return {
      // A record may leave the alternative text to each use.
      photo: { original, alt: alt[language] || caption[language] },
      caption: caption[language],
      credit: credit[language],
      licence: { name: licence.replace(/^LicenseRef-/, ""), url: licencePage(licence, language) },
      pages: (here.get(original) ?? there.get(original) ?? []).map(({ page }) => ({
        title: page.title,
        url: withPrefix(context.prefix, page.address),
        tag: page.language === language ? undefined : languageTag[page.language],
      })),
    };
  });
}

/** The pages of a language by the photographs that they show: Welcome first, then others, then articles. */
function showing(language: Language, context: SiteContext) {
  const usesOf = groupBy(context.photoUses, ({ source }) => source);
  const others = context.entries
    .filter((entry) => entry.language === language && entry.kind !== "article")
    .sort((a, b) => compareCodeUnits(a.address, b.address));
  const shown = [...others, ...context.lists.articles[language]].flatMap((page) => {
    const uses = usesOf.get(page.source) ?? [];
    const originals = new Set(uses.map((use) => context.originalOf(use.source, use.written)));
    return [...originals].map((original) => ({ original, page }));
  });
  return groupBy(shown, ({ original }) => original);
}
