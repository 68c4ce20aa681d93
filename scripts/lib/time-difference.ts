/** By how many hours the second place is ahead of the first. */
export interface TimeDifference {
  /** On 15 January. */
  winter: number;
  /** On 15 July. */
  summer: number;
}

/**
 * The hours between two IANA time zones (`Europe/London`, `Asia/Shanghai`) in winter and summer of
 * a year, read from the zones themselves: a change in the law arrives with the next Node.
 *
 * @throws RangeError if a zone does not exist
 */
export function timeDifference(from: string, to: string, year: number): TimeDifference {
  const hoursAt = (month: number) => {
    const noon = Date.UTC(year, month, 15, 12);
    return (wallClock(to, noon) - wallClock(from, noon)) / 3_600_000;
  };
  return { winter: hoursAt(0), summer: hoursAt(6) };
}

/** What the clock on the wall shows at an instant, as if that were UTC. */
function wallClock(timeZone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"));
}
