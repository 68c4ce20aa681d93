import assert from "node:assert/strict";
import test from "node:test";
import { instantOfTime, parseCivilTime, timeExists } from "../../../scripts/lib/dates.ts";
import { random } from "../../../scripts/lib/lists.ts";
import { type CalendarEvent, calendar } from "../../../scripts/outputs/calendar.ts";
import { wildTexts } from "../../support/feeds.ts";
import { calendarReaders } from "../../support/readers.ts";

const readers = Object.entries(calendarReaders);

const event: CalendarEvent = {
  uid: "tag:example.org,2026-11-23:en/events/river",
  title: "An evening on the river, 河上之夜; and “more”",
  summary: "Songs\\poems: of two cities",
  location: "The Bluecoat, School Lane, Liverpool L1 3BX",
  url: "https://example.org/events/river/",
  cancelled: false,
  changed: Date.UTC(2026, 10, 28, 9, 30),
  sequence: 11_520,
  when: {
    allDay: true,
    start: { year: 2026, month: 12, day: 30 },
    end: { year: 2026, month: 12, day: 31 },
  },
};

const write = (events: readonly CalendarEvent[]): string =>
  calendar({ id: "tag:example.org,2026-11-23:en/events/index", name: "Events", events });

const timed = (start: string, end: string | undefined, zone: string): CalendarEvent => {
  const [from, to] = [start, end ?? ""].map(parseCivilTime);
  assert.ok(from && Boolean(to) === Boolean(end), `${start}–${end}`);
  return { ...event, when: { allDay: false, start: from, end: to, zone } };
};

test("both parsers read what was written, whole days up to the first that is free again", () => {
  const { uid, title, summary, location, url, sequence } = event;
  for (const [name, read] of readers) {
    const found = {
      ...{ uid, sequence, start: "2026-12-30", end: "2027-01-01", status: "CONFIRMED" },
      texts: { summary: title, description: summary, location, url },
      stamps: ["2026-11-28T09:30:00.000Z", "2026-11-28T09:30:00.000Z"],
    };
    assert.deepEqual(read(write([event])), [found], name);
    const [cancelled] = read(write([{ ...event, cancelled: true }]));
    assert.deepEqual(cancelled, { ...found, status: "CANCELLED" }, name);
  }
});

test("late evenings of Liverpool in the nights of both changes of the clocks are the right mornings of Shanghai", () => {
  const nights = [
    // The clocks go forward at 01:00 on 29 March 2026, and back at 02:00 on 25 October 2026.
    ["2026-03-28 23:30", "2026-03-29 00:45", "2026-03-29 07:30", "2026-03-29 08:45"],
    ["2026-03-28 23:30", "2026-03-29 02:15", "2026-03-29 07:30", "2026-03-29 09:15"],
    ["2026-03-29 23:30", undefined, "2026-03-30 06:30", "2026-03-30 06:30"],
    ["2026-10-24 23:30", "2026-10-25 00:45", "2026-10-25 06:30", "2026-10-25 07:45"],
    // Twice on the clocks: the first is meant.
    ["2026-10-24 23:30", "2026-10-25 01:30", "2026-10-25 06:30", "2026-10-25 08:30"],
    ["2026-10-24 23:30", "2026-10-25 02:00", "2026-10-25 06:30", "2026-10-25 10:00"],
    ["2026-10-25 23:30", undefined, "2026-10-26 07:30", "2026-10-26 07:30"],
  ] as const;
  for (const [start, end, ...shanghai] of nights) {
    const text = write([timed(start, end, "Europe/London")]);
    const expected = shanghai.map((time) =>
      new Date(`${time.replace(" ", "T")}+08:00`).toISOString(),
    );
    for (const [name, read] of readers) {
      const [found] = read(text);
      assert.deepEqual([found?.start, found?.end], expected, `${name}: ${start}–${end}`);
    }
  }
});

// node-ical 0.26.1 knows of no summer time that is more than ten years off.
test("10,000 events of these 35 years, a third of them in nights of a change: to both parsers they are when they are to us", () => {
  const next = random(18);
  const below = (limit: number): number => Math.floor(next() * limit);
  const text = (instant: number): string =>
    new Date(instant).toISOString().slice(0, 16).replace("T", " ");
  const events: CalendarEvent[] = [];
  const expected: (readonly [start: string, end: string])[] = [];
  while (events.length < 10_000) {
    const zone = ["Europe/London", "Asia/Shanghai"][below(2)] ?? "";
    const lastDay = new Date(Date.UTC(2000 + below(35), [3, 10][below(2)] ?? 0, 0));
    const lastSunday = lastDay.getTime() - lastDay.getUTCDay() * 86_400_000;
    const anyDay = Date.UTC(2000, 0, below(365 * 35));
    const start =
      (below(3) ? anyDay : lastSunday) + (below(30) - 3) * 3_600_000 + below(60) * 60_000;
    const event = timed(text(start), text(start + below(20) ** 3 * 60_000), zone);
    if (event.when.allDay || !event.when.end) continue;
    const times = [event.when.start, event.when.end];
    const [from = 0, to = 0] = times.map((time) => instantOfTime(time, zone));
    if (to < from || !times.every((time) => timeExists(time, zone))) continue;
    events.push({ ...event, uid: `${events.length}` });
    expected.push([new Date(from).toISOString(), new Date(to).toISOString()]);
  }
  const written = write(events);
  for (const [name, read] of readers) {
    const found = new Map(read(written).map(({ uid, start, end }) => [uid, [start, end]]));
    assert.equal(found.size, events.length);
    const wrong = events.filter(({ uid }, index) => `${found.get(uid)}` !== `${expected[index]}`);
    assert.deepEqual(wrong, [], name);
  }
});

test("texts of any kind come back as they were, from lines that fit", () => {
  const strict = new TextDecoder("utf-8", { fatal: true });
  const texts = wildTexts(200);
  const written = write(
    texts.map((text) => ({ ...event, uid: text, title: text, summary: text, location: text })),
  );
  const found = calendarReaders["ical.js"](written);
  assert.deepEqual(
    found.map(({ uid, texts }) => [uid, texts.summary, texts.description, texts.location]),
    texts.map((text) => [text, text, text, text]),
  );
  const [end, ...lines] = written.split("\r\n").reverse();
  assert.equal(end, "");
  for (const line of lines) {
    assert.doesNotMatch(line, /[\r\n]/);
    assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.equal(strict.decode(Buffer.from(`x${line}`)), `x${line}`);
  }
});
