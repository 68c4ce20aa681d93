import type { Entry, EventEntry } from "../../content/entry.ts";
import { type Event, hasBegun, isPast } from "../../content/events.ts";
import { stringAt } from "../../content/facts.ts";
import { withPrefix } from "../../lib/addresses.ts";
import { dateline, instantOfTime, yearText } from "../../lib/dates.ts";
import { fillIn } from "../../lib/fill-in.ts";
import type { Language } from "../../lib/languages.ts";
import { compareCodeUnits, groupBy } from "../../lib/lists.ts";
import { calendarAddress } from "../fixed-addresses.ts";
import { leadPhotograph, type SiteContext } from "./context.ts";
import { eventTimes } from "./event-times.ts";
import { type ArchiveGroup, loadedInTurn, type NoticeItem } from "./news.ts";
import { bylines, shownTitle } from "./words.ts";

/** The events of a language: those to come, the soonest first, and those that are past, the last one first. */
function eventsIn(language: Language, context: SiteContext) {
  const start = ({ event }: EventEntry) =>
    instantOfTime({ hour: 0, minute: 0, ...event.when.start }, zoneOf(event, context));
  const events = [...context.lists.events[language]].sort(
    (a, b) => start(a) - start(b) || compareCodeUnits(a.key, b.key),
  );
  return {
    coming: events.filter(({ event }) => isComing(event, context)),
    past: events.filter(({ event }) => !isComing(event, context)).reverse(),
  };
}

function isComing(event: Event, context: SiteContext): boolean {
  return !isPast(event, zoneOf(event, context), context.now);
}

function zoneOf({ city }: Event, { facts }: SiteContext): string {
  return facts.site.cities[city].timeZone;
}

/** What the list of events shows of its own: those to come as notices, then those that are past, by year. */
export function eventListData({ language, address }: Entry, context: SiteContext) {
  const { coming, past } = eventsIn(language, context);
  const isEmpty = context.lists.events[language].length === 0;
  return {
    calendar: isEmpty ? undefined : withPrefix(context.prefix, calendarAddress(address)),
    coming: loadedInTurn(coming.map((entry) => eventNotice(entry, context))),
    archive: pastByYear(past, context),
  };
}

/**
 * The next event that takes place, as Welcome shows it; nothing where none is to come. One that began before
 * today waits until no other is to begin: an exhibition of three months would hide them all.
 */
export function nextEvent(language: Language, context: SiteContext) {
  const planned = eventsIn(language, context).coming.filter(
    ({ event }) => event.status !== "cancelled",
  );
  const next =
    planned.find(({ event }) => !hasBegun(event, zoneOf(event, context), context.now)) ??
    planned[0];
  const list = context.lists.entry(language, "events/index");
  if (!next || !list) return {};
  return {
    event: eventNotice(next, context),
    events: { url: withPrefix(context.prefix, list.address) },
  };
}

/** An event in a list: below its day the clocks of both cities, and where it takes place. */
function eventNotice(entry: EventEntry, context: SiteContext): NoticeItem {
  const { language, event, summary, address } = entry;
  const { days, clocks } = eventTimes(event, language, context.facts);
  const [place] = placeLines(entry, context);
  // Of an event with a time, the city stands behind its clock.
  const isTold = !event.venue && !event.online && clocks.length > 0;
  return {
    title: shownTitle(entry, context),
    url: withPrefix(context.prefix, address),
    summary,
    // In a narrow column the day of the week may stand on a line of its own, and no other part.
    date: { ...days, text: days.text.replace(/(?<=\d) (?=[A-Z])|(?<=[a-z]) (?=\d{4})/g, "\u00a0") },
    lines: [...clocks.map(({ text }) => text), ...(place === undefined || isTold ? [] : [place])],
    photo: leadPhotograph(entry, context),
  };
}

/** Where an event takes place, line by line: the venue, its address, the city unless they name it, and online. */
export function placeLines(
  { language, event }: EventEntry,
  { facts: { site, strings } }: Pick<SiteContext, "facts">,
): string[] {
  const { venue, address, online } = event;
  const { name } = site.cities[event.city];
  const written = [venue, address].filter((line) => line !== undefined);
  const isNamed = Object.values(name).some((one) => written.some((line) => line.includes(one)));
  const isSomewhere = written.length > 0 || !online;
  return [
    ...written,
    ...(isSomewhere && !isNamed ? [name[language]] : []),
    ...(online ? [stringAt(strings[language], "events.online")] : []),
  ];
}

function pastByYear(past: readonly EventEntry[], context: SiteContext): ArchiveGroup[] {
  const years = groupBy(past, ({ event }) => event.when.start.year);
  return [...years].map(([year, events]) => ({
    id: `events_${year}`,
    title: yearText(year, events[0]?.language ?? "en"),
    articles: events.map((entry) => ({
      title: shownTitle(entry, context),
      url: withPrefix(context.prefix, entry.address),
      date: dateline(entry.event.when.start, entry.language),
    })),
  }));
}

/** What the page of an event shows of its own; where to book only as long as that is of use. */
export function eventData(entry: EventEntry, context: SiteContext) {
  const { language, event, updated } = entry;
  const { facts } = context;
  const isPlanned = event.status !== "cancelled" && isComing(event, context);
  const say = (key: string) => stringAt(facts.strings[language], `events.${key}`);
  return {
    bylines: bylines(entry, context),
    updated: updated && dateline(updated.day, language),
    event: {
      ...eventTimes(event, language, facts),
      where: placeLines(entry, context),
      price: event.price === "free" ? say("free") : event.price,
      calendar: withPrefix(context.prefix, calendarAddress(entry.address)),
      booking: isPlanned && event.booking ? bookingLink(event.booking, say("book")) : undefined,
    },
  };
}

/** Where one books, by the name of the site or the address of e-mail. */
function bookingLink(url: string, label: string) {
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === "mailto:") return { url, label: pathname };
  return { url, label: fillIn(label, { host: hostname.replace(/^www\./, "") }) };
}
