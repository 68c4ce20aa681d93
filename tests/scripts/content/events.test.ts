import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { contentFile } from "../../../scripts/content/entry.ts";
import { isPast } from "../../../scripts/content/events.ts";
import { readEntry } from "../../../scripts/content/front-matter.ts";
import { projectRoot } from "../../support/files.ts";
import { testTable } from "../../support/tables.ts";
import { smallest, told } from "./make-site.ts";

const head = "title: T\nsummary: S\ndate: 2026-11-23\n";

function read(lines: string) {
  const file = contentFile("content/en/events/x.md", "en", "events/x");
  return readEntry(file, `---\n${head}${lines}\n---\nText\n`);
}

/** The rule that is told of what an event says at `key`, and what may be written in its place. */
const said = (key: string, others: string) => (written: string) =>
  read(`${others}\n${key}: ${written}`).problems.map(({ rule, remedy }) => {
    const lines = Array.from(remedy.matchAll(/`(.+?)`/g), ([, line]) => line);
    return `${rule} ${lines.join(" | ").replace(`${key}: `, "")}`.trim();
  });

testTable("events", {
  "when an event is, and the first day on which it is past": (input) => {
    const { entry } = read(input.replace(/ (?=end:|city:)/g, "\n"));
    assert.ok(entry?.event);
    const zone = { liverpool: "Europe/London", shanghai: "Asia/Shanghai" }[entry.event.city];
    const hours = Array.from({ length: 24 * 10 }, (_, hour) => Date.UTC(2026, 9, 20, hour));
    const first = hours.find((now) => entry.event && isPast(entry.event, zone, now));
    return first === undefined ? first : new Date(first).toISOString().slice(0, 16);
  },
  "the start of an event": said("start", "city: liverpool"),
  "its end": said("end", "city: liverpool\nstart: 2026-12-05 19:00"),
  "where to book": said("booking", "city: liverpool\nstart: 2026-12-05"),
  "what becomes of it": said("status", "city: liverpool\nstart: 2026-12-05"),
});

test("an event holds what it announces: blanks gone, what is not said as it usually is", () => {
  const all =
    'start: 2026-12-05 19:00\ncity: shanghai\nonline: true\nvenue: " A "\naddress: B\nprice: 免费\n' +
    "booking: mailto:name@example.org\nstatus: moved\nupdated: 2026-11-28";
  assert.deepEqual(read(all).entry?.event, {
    city: "shanghai",
    when: {
      allDay: false,
      start: { year: 2026, month: 12, day: 5, hour: 19, minute: 0 },
      end: undefined,
    },
    online: true,
    venue: "A",
    address: "B",
    price: "free",
    booking: "mailto:name@example.org",
    status: "moved",
  });
  const day = { year: 2026, month: 12, day: 5 };
  assert.deepEqual(read("start: 2026-12-05\ncity: liverpool").entry?.event, {
    city: "liverpool",
    when: { allDay: true, start: day, end: day },
    online: false,
    status: "planned",
  });
});

test("the event in the handbook is in order", () => {
  const handbook = readFileSync(path.join(projectRoot, "content/README.md"), "utf8");
  const [, text = ""] = /^### An event$[\s\S]*?^```md\n([\s\S]*?)^```$/m.exec(handbook) ?? [];
  const { entry, problems } = readEntry(contentFile("", "en", "events/x"), text);
  assert.deepEqual(problems, []);
  assert.ok(entry?.event);
});

const event = (lines: string) => `---\n${head}city: liverpool\n${lines}\n---\nText\n`;
const list = smallest["content/en/news/index.md"]?.replace(/title: .*/, "title: Events") ?? "";

test("events of one title are told apart by their days; their words may differ by language", async () => {
  const changes = {
    "content/en/events/index.md": list,
    "content/zh/events/index.md": list,
    "content/en/events/a.md": event("start: 2026-12-05\nend: 2026-12-05\nvenue: A\nprice: free"),
    "content/zh/events/a.md": event("start: 2026-12-05\nvenue: 甲\nprice: 免费"),
    "content/en/events/b.md": event("start: 2027-12-05"),
  };
  const own = (lines: string[]) => lines.filter((line) => line.includes("/events/"));
  const titled = Object.entries(changes).map(([path, text]) => [
    path,
    text.replace("title: T\n", "title: U\n"),
  ]);
  assert.deepEqual(own(await told(Object.fromEntries(titled))), []);
});

test("a list of events is needed by those that are published alone", async () => {
  const draft = event("start: 2026-12-05\ndraft: true").replace("title: T\n", "title: U\n");
  assert.deepEqual(await told({ "content/en/events/a.md": draft }), []);
});
