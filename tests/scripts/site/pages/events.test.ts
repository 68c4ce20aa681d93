import assert from "node:assert/strict";
import test from "node:test";
import type { Entry } from "../../../../scripts/content/entry.ts";
import { readEvent } from "../../../../scripts/content/events.ts";
import { planPages } from "../../../../scripts/site/pages/pages.ts";
import { contextOf, entryOf } from "../../../support/site-context.ts";

/** An event with no more than these keys in its front matter. */
const eventNamed = (name: string, written: Parameters<typeof readEvent>[0]): Entry =>
  entryOf("en", `events/${name}`, {
    title: name,
    date: "2026-11-01",
    event: readEvent({ city: "liverpool", ...written }) ?? assert.fail(name),
  });

/** What the layouts of pages read at an instant: a function from a page's address. */
async function pagesAt(now: string, events: readonly Entry[]) {
  const others = ["index", "events/index"].map((key) => entryOf("en", key, { title: key }));
  const context = await contextOf([...others, ...events]);
  const pages = planPages({ ...context, now: Date.parse(now) });
  return (address: string) => {
    const page = pages.find(({ output }) => output === `${address}index.html`);
    // biome-ignore lint/suspicious/noExplicitAny: what a template reads is of many shapes.
    return page?.data() as any;
  };
}

const titles = (items: { title: string }[]) => items.map(({ title }) => title);

test("events to come stand before those that are past: the soonest first, then the last one first, by year", async () => {
  const list = await pagesAt("2026-12-01T12:00Z", [
    eventNamed("later", { start: "2026-12-05 19:00" }),
    eventNamed("long over", { start: "2025-05-28" }),
    eventNamed("soon", { start: "2026-12-05" }),
    eventNamed("going on", { start: "2026-11-20", end: "2026-12-01" }),
    eventNamed("over", { start: "2026-11-20", end: "2026-11-30" }),
    eventNamed("just over", { start: "2026-11-30 19:00" }),
  ]);
  const { coming, archive } = list("events/");
  assert.deepEqual(titles(coming), ["going on", "soon", "later"]);
  assert.deepEqual(titles(archive), ["2026", "2025"]);
  assert.deepEqual(titles(archive[0].articles), ["just over", "over"]);
});

test("an event is past from the day after its last day, where it takes place", async () => {
  const event = eventNamed("night", { start: "2026-12-05 23:00", end: "2026-12-06 02:00" });
  const there = eventNamed("there", { city: "shanghai", start: "2026-12-06" });
  const comingAt = async (now: string) =>
    titles((await pagesAt(now, [event, there]))("events/").coming);
  assert.deepEqual(await comingAt("2026-12-06T15:59Z"), ["there", "night"]);
  assert.deepEqual(await comingAt("2026-12-06T16:00Z"), ["night"]);
  assert.deepEqual(await comingAt("2026-12-07T00:00Z"), []);
});

test("Welcome shows the next event that takes place, and without one nothing of events", async () => {
  const cancelled = eventNamed("first", { start: "2026-12-03", status: "cancelled" });
  const next = eventNamed("second", { start: "2026-12-04" });
  const welcome = async (events: Entry[]) => (await pagesAt("2026-12-01T12:00Z", events))("");
  assert.equal((await welcome([next, cancelled])).event.title, "second");
  assert.ok(!("event" in (await welcome([cancelled]))));
});

test("an event that began before today, where it takes place, hides none that is to begin", async () => {
  const shown = async (now: string, events: Entry[]) =>
    (await pagesAt(now, events))("").event.title;
  const long = { start: "2026-12-01", end: "2027-02-28" };
  const exhibition = eventNamed("exhibition", { city: "shanghai", ...long });
  const talk = eventNamed("talk", { start: "2026-12-04 19:00" });
  assert.equal(await shown("2026-12-01T15:59Z", [exhibition, talk]), "exhibition");
  assert.equal(await shown("2026-12-01T16:00Z", [exhibition, talk]), "talk");
  assert.equal(await shown("2026-12-04T23:00Z", [exhibition, talk]), "talk");
  assert.equal(await shown("2026-12-05T00:00Z", [exhibition, talk]), "exhibition");
  const cancelled = eventNamed("walk", { start: "2026-12-04", status: "cancelled" });
  assert.equal(await shown("2026-12-02T12:00Z", [exhibition, cancelled]), "exhibition");
});

test("an event that is not as it was announced says so before its title, wherever that stands", async () => {
  const read = await pagesAt("2026-12-01T12:00Z", [
    eventNamed("walk", { start: "2026-12-03", status: "cancelled" }),
    eventNamed("talk", { start: "2026-12-04", status: "moved" }),
    eventNamed("past walk", { start: "2026-11-03", status: "cancelled" }),
  ]);
  const { coming, archive } = read("events/");
  assert.deepEqual(titles(coming), ["Cancelled: walk", "Moved: talk"]);
  assert.deepEqual(titles(archive[0].articles), ["Cancelled: past walk"]);
  const { entry, machines } = read("events/walk/");
  assert.equal(entry.title, "Cancelled: walk");
  const [node] = JSON.parse(machines.structured)["@graph"];
  assert.equal(node.name, "walk");
  assert.equal(node.eventStatus, "https://schema.org/EventCancelled");
});

test("one books as long as an event takes place, by a name that says where it leads", async () => {
  const bookingOf = async (written: Parameters<typeof readEvent>[0]) => {
    const event = eventNamed("talk", { start: "2026-12-04", ...written });
    return (await pagesAt("2026-12-01T12:00Z", [event]))("events/talk/").event.booking;
  };
  const booking = "https://www.example.org/book?for=talk";
  assert.deepEqual(await bookingOf({ booking }), { url: booking, label: "Book at example.org" });
  const mail = "mailto:talk@example.org";
  assert.deepEqual(await bookingOf({ booking: mail }), { url: mail, label: "talk@example.org" });
  assert.equal(await bookingOf({ booking, status: "cancelled" }), undefined);
  assert.equal(await bookingOf({ booking, start: "2026-11-30" }), undefined);
});

test("a place is told by its venue and address, by its city unless they name it, and online is said", async () => {
  const placeOf = async (written: Parameters<typeof readEvent>[0]) => {
    const event = eventNamed("talk", { start: "2026-12-04 19:00", ...written });
    const page = (await pagesAt("2026-12-01T12:00Z", [event]))("events/talk/");
    const [{ location, ...node }] = JSON.parse(page.machines.structured)["@graph"];
    const kinds = location.map((place: { "@type": string }) => place["@type"]);
    return [page.event.where.join(", "), ...kinds, /(\w+)EventAtt/.exec(JSON.stringify(node))?.[1]];
  };
  assert.deepEqual(await placeOf({}), ["Liverpool", "Place", "Offline"]);
  assert.deepEqual(await placeOf({ online: true }), ["Online", "VirtualLocation", "Online"]);
  assert.deepEqual(await placeOf({ venue: "The Bluecoat", address: "School Lane, Liverpool" }), [
    "The Bluecoat, School Lane, Liverpool",
    "Place",
    "Offline",
  ]);
  assert.deepEqual(await placeOf({ venue: "The Bluecoat", online: true }), [
    "The Bluecoat, Liverpool, Online",
    "Place",
    "VirtualLocation",
    "Mixed",
  ]);
});

test("machines are told when an event begins and ends, with the offset of its city, or its days", async () => {
  const datesOf = async (written: Parameters<typeof readEvent>[0]) => {
    const page = (await pagesAt("2026-12-01T12:00Z", [eventNamed("talk", written)]))(
      "events/talk/",
    );
    const [{ startDate, endDate }] = JSON.parse(page.machines.structured)["@graph"];
    return [startDate, endDate];
  };
  assert.deepEqual(await datesOf({ start: "2027-06-05 19:00", end: "2027-06-05 21:30" }), [
    "2027-06-05T19:00:00+01:00",
    "2027-06-05T21:30:00+01:00",
  ]);
  assert.deepEqual(await datesOf({ city: "shanghai", start: "2027-06-05 19:00" }), [
    "2027-06-05T19:00:00+08:00",
    undefined,
  ]);
  assert.deepEqual(await datesOf({ start: "2027-06-05", end: "2027-06-07" }), [
    "2027-06-05",
    "2027-06-07",
  ]);
});
