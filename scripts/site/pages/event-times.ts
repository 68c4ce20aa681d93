import { cities, type Event } from "../../content/events.ts";
import { type Facts, stringAt } from "../../content/facts.ts";
import {
  type CivilTime,
  civilTimeIn,
  type Dateline,
  datelineOfDays,
  daysFrom,
  formatCivilTime,
  formatInstant,
  instantOfTime,
  weekdayDateline,
} from "../../lib/dates.ts";
import { fillIn } from "../../lib/fill-in.ts";
import type { Language } from "../../lib/languages.ts";

type City = Event["city"];

/** What the clocks of a city show while an event takes place. */
interface CityClocks {
  city: City;
  start: Clock;
  /** Undefined where nobody knows it. */
  end: Clock | undefined;
}

/** A time on a clock, and its day. */
interface Clock extends CivilTime {
  /** Days from the event's first day, where it takes place: 1 is the next one, -1 the one before. */
  shift: number;
  /** With the offset from UTC, `2026-12-05T19:00:00+00:00`. */
  machine: string;
}

/**
 * What clocks show of an event, first in its own city, then in the other one; nothing of whole days, which are
 * those of its city alone.
 *
 * @param places the cities, with the IANA names of their zones
 */
export function clocksOf(
  { city, when }: Pick<Event, "city" | "when">,
  places: Readonly<Record<City, { timeZone: string }>>,
): CityClocks[] {
  if (when.allDay) return [];
  const own = places[city].timeZone;
  const shown = (time: CivilTime, zone: string): Clock => {
    const instant = instantOfTime(time, own);
    const there = civilTimeIn(zone, instant);
    return {
      ...there,
      shift: daysFrom(when.start, there),
      machine: formatInstant(zone, instant),
    };
  };
  return [city, ...cities.filter((other) => other !== city)].map((each) => {
    const { timeZone } = places[each];
    const { start, end } = when;
    return { city: each, start: shown(start, timeZone), end: end && shown(end, timeZone) };
  });
}

/** When an event takes place, as pages say it. */
interface EventTimes {
  /** “Saturday 5 December 2026”, “5–7 December 2026”; for machines the very beginning. */
  days: Dateline;
  /** As in {@link clocksOf}. */
  clocks: {
    /** “Shanghai”. */
    city: string;
    /** “03:00–05:30 next day”. */
    times: string;
    /** Both: “03:00–05:30 next day in Shanghai”. */
    text: string;
  }[];
  /** All of it in one sentence without a stop. */
  text: string;
}

/** See {@link EventTimes}. */
export function eventTimes(
  event: Pick<Event, "city" | "when">,
  language: Language,
  { site, strings }: Pick<Facts, "site" | "strings">,
): EventTimes {
  const say = (key: string, values: Record<string, string>) =>
    fillIn(stringAt(strings[language], `events.${key}`), values);
  const shown = clocksOf(event, site.cities);
  const { text: day, machine } = daysOf(event, language);
  const days = { text: day, machine: shown[0]?.start.machine ?? machine };
  const clocks = shown.map((each) => {
    const city = site.cities[each.city].name[language];
    const times = spanInWords(each, language, say);
    return { city, times, text: say("inCity", { times, city }) };
  });
  const [own, other] = clocks.map(({ text }) => text);
  const isWhole = own === undefined || other === undefined;
  return { days, clocks, text: isWhole ? day : say("when", { days: day, own, other }) };
}

/** The day on which an event begins; of whole days all of them. */
function daysOf({ when }: Pick<Event, "when">, language: Language): Dateline {
  const isLong = when.allDay && daysFrom(when.start, when.end) > 0;
  return isLong
    ? datelineOfDays(when.start, when.end, language)
    : weekdayDateline(when.start, language);
}

/** “19:00–21:30”, “03:00–05:30 next day”, “22:00 to 01:00 next day”. */
function spanInWords(
  { start, end }: CityClocks,
  language: Language,
  say: (key: string, values: Record<string, string>) => string,
): string {
  const onDay = (times: string, { shift, ...day }: Clock): string => {
    const key = { [-1]: "dayBefore", 0: "sameDay", 1: "nextDay" }[shift] ?? "onDay";
    return say(key, { times, day: weekdayDateline(day, language).text });
  };
  const first = clockText(start);
  const times =
    end?.shift === start.shift ? say("span", { start: first, end: clockText(end) }) : first;
  const begins = start.shift === 0 ? times : onDay(times, start);
  return end === undefined || end.shift === start.shift
    ? begins
    : say("spanOfDays", { start: begins, end: onDay(clockText(end), end) });
}

function clockText(time: CivilTime): string {
  return formatCivilTime(time).slice(-5);
}
