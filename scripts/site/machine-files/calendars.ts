import { type EventEntry, isEvent, lastChange } from "../../content/entry.ts";
import { absoluteAddress, fileOfAddress } from "../../lib/addresses.ts";
import { languages } from "../../lib/languages.ts";
import { type CalendarEvent, calendar } from "../../outputs/calendar.ts";
import { calendarAddress } from "../fixed-addresses.ts";
import type { SiteContext } from "../pages/context.ts";
import { placeLines } from "../pages/events.ts";
import { shownTitle } from "../pages/words.ts";
import { tagId } from "./tag-id.ts";

/** A calendar of each event, and one of all events of each language that has any. */
export function calendarFiles(context: SiteContext): [path: string, content: string][] {
  const { entries, facts, lists } = context;
  const events = entries.filter(isEvent);
  const single = events.map((entry): [string, string] => [
    fileOfAddress(calendarAddress(entry.address)),
    calendar({ id: tagId(entry, facts), name: undefined, events: [calendarEvent(entry, context)] }),
  ]);
  const all = languages.flatMap((language): [string, string][] => {
    const list = lists.entry(language, "events/index");
    const own = lists.events[language];
    if (!list || own.length === 0) return [];
    const content = calendar({
      id: tagId(list, facts),
      name: `${list.title} · ${facts.site.name[language]}`,
      events: own.map((entry) => calendarEvent(entry, context)),
    });
    return [[fileOfAddress(calendarAddress(list.address)), content]];
  });
  return [...all, ...single];
}

function calendarEvent(entry: EventEntry, context: SiteContext): CalendarEvent {
  const { event, date } = entry;
  const { facts } = context;
  const changed = lastChange(entry)?.instant;
  if (!date || changed === undefined) throw new Error(`${entry.source} has no date`);
  const zone = facts.site.cities[event.city].timeZone;
  return {
    uid: tagId(entry, facts),
    // Said here, too: not every calendar shows how an event stands.
    title: shownTitle(entry, context),
    summary: entry.summary,
    location: placeLines(entry, context).join("\n"),
    url: absoluteAddress(entry.address, context),
    cancelled: event.status === "cancelled",
    changed,
    // Whole minutes, so that no build but a change in the content makes it greater.
    sequence: Math.max(0, Math.floor((changed - date.instant) / 60_000)),
    when: event.when.allDay ? event.when : { ...event.when, zone },
  };
}
