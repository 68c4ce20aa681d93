import {
  type CivilDate,
  type CivilTime,
  civilDateIn,
  formatCivilDate,
  parseCivilDate,
  parseCivilTime,
} from "../lib/dates.ts";

/** Where events take place, by their names in `content/_data/site.yaml`. */
export const cities = ["liverpool", "shanghai"] as const;

/** How events stand. */
export const statuses = ["planned", "moved", "cancelled"] as const;

/** Where one can book: a page, or an address of e-mail. */
export const bookingForm =
  /^(https:\/\/[^\s/?#@:<>%|^`{}[\],;()"'，。；：！（）《》“”‘’]+\.[^\s/?#@:<>%|^`{}[\],;()"'，。；：！（）《》“”‘’]+(:\d+)?([/?#]\S*)?|mailto:[^\s@<>]+@[^\s@<>]+)$/;

/** Whether browsers take `text` for an address, too: a port or a host can be none for all its form. */
export function isBooking(text: string): boolean {
  return bookingForm.test(text) && URL.canParse(text);
}

/** What the page of an event announces. */
export interface Event {
  /** Whose clocks count. */
  city: (typeof cities)[number];
  /** Whole days, the last one included; or times, the end unknown where it is not given. */
  when:
    | { allDay: true; start: CivilDate; end: CivilDate }
    | { allDay: false; start: CivilTime; end: CivilTime | undefined };
  online: boolean;
  venue?: string;
  address?: string;
  /** `free`, in whichever language that was written, or a text. */
  price?: string;
  /** An address with `https:` or `mailto:`. */
  booking?: string;
  status: (typeof statuses)[number];
}

/** The keys of front matter that make an event, once the schema let them pass. */
type WrittenEvent = { [Key in keyof Omit<Event, "when">]?: Event[Key] | undefined } & {
  [Key in "start" | "end"]?: string | undefined;
};

/** The event that front matter in order announces; undefined for that of any other page. */
export function readEvent(written: WrittenEvent): Event | undefined {
  const { city, start, end, online = false, status = "planned" } = written;
  const when = start === undefined ? undefined : readWhen(start, end);
  if (city === undefined || when === undefined) return undefined;
  const texts = (["venue", "address", "price", "booking"] as const).flatMap((key) => {
    const text = written[key]?.trim();
    return text === undefined ? [] : [[key, key === "price" ? readPrice(text) : text]];
  });
  return { city, when, online, status, ...Object.fromEntries(texts) };
}

/** When an event takes place; undefined where its end is written otherwise than its start. */
function readWhen(start: string, end: string | undefined): Event["when"] | undefined {
  const day = parseCivilDate(start);
  const lastDay = end === undefined ? day : parseCivilDate(end);
  if (day && lastDay) return { allDay: true, start: day, end: lastDay };
  const time = parseCivilTime(start);
  const endTime = end === undefined ? undefined : parseCivilTime(end);
  const isWhole = time !== undefined && (end === undefined || endTime !== undefined);
  return isWhole ? { allDay: false, start: time, end: endTime } : undefined;
}

function readPrice(text: string): string {
  return /^(?:free|免费)$/i.test(text) ? "free" : text;
}

/**
 * Whether an event is past at `now` (milliseconds since 1970): from the day after its last day in
 * `zone` (IANA name), that of its city.
 */
export function isPast({ when: { start, end } }: Event, zone: string, now: number): boolean {
  return isBeforeToday(end ?? start, zone, now);
}

/** Whether an event began on a day before that of `now`, as `isPast` has it. */
export function hasBegun({ when: { start } }: Event, zone: string, now: number): boolean {
  return isBeforeToday(start, zone, now);
}

function isBeforeToday(day: CivilDate, zone: string, now: number): boolean {
  return formatCivilDate(day) < formatCivilDate(civilDateIn(zone, now));
}
