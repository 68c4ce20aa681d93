import ICAL from "ical.js";
import { parseManifest } from "lighthouse/core/lib/manifest-parser.js";
import nodeIcal from "node-ical";
import robotsParser from "robots-parser";
import { formatCivilDate } from "../../scripts/lib/dates.ts";

/**
 * What Lighthouse's parser of web application manifests says against `text`.
 *
 * @param address of the manifest, absolute
 * @param page that names it, absolute
 */
export function manifestWarnings(text: string, address: string, page: string): string[] {
  const warnings: string[] = [];
  const { value, warning, url } = parseManifest(text, address, page);
  JSON.stringify({ value, warning, url }, (key, found: unknown) => {
    if (key === "warning" && typeof found === "string") warnings.push(found);
    return found;
  });
  return warnings;
}

/**
 * Reads a `robots.txt` that stands at `url`. The package's types are those of an ES module, and it is
 * none: its default export is the function itself.
 */
export const readRobots = robotsParser as unknown as typeof robotsParser.default;

/** The fields of a `security.txt`, by name in small letters, in their order. */
type SecurityFields = Map<string, string[]>;

const uri = /^[a-z][a-z\d+.-]*:[\w.~:/?#[\]@!$&'()*+,;=%-]+$/i;
/** RFC 3339, section 5.6. */
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;
/** RFC 5646 in what any tag has in common. */
const languageTag = "[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*";

const values: Readonly<Record<string, RegExp>> = {
  acknowledgments: uri,
  canonical: uri,
  contact: uri,
  encryption: uri,
  expires: dateTime,
  hiring: uri,
  policy: uri,
  "preferred-languages": new RegExp(`^${languageTag}([ \\t]*,[ \\t]*${languageTag})*$`),
};

/**
 * Reads an unsigned `security.txt` by the grammar of https://www.rfc-editor.org/rfc/rfc9116#section-4
 * and the rules of section 2.5. Written here, because no reader of it is on npm.
 *
 * @throws for anything the two do not allow
 */
export function readSecurityTxt(text: string): SecurityFields {
  if (!text.endsWith("\n")) throw new Error("the last line does not end");
  const fields: SecurityFields = new Map();
  for (const line of text.slice(0, -1).split(/[ \t]*\r?\n/)) {
    if (line === "" || line.startsWith("#")) continue;
    const [, written = "", value = ""] = /^([!-9;-~]+): (.+)$/.exec(line) ?? [];
    const name = written.toLowerCase();
    const form = values[name];
    if (form === undefined) throw new Error(`no field of the standard: ${line}`);
    if (!form.test(value)) throw new Error(`not of its form: ${line}`);
    if (/^http:/i.test(value)) throw new Error(`web addresses must be https: ${line}`);
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  if (!fields.has("contact")) throw new Error("there is no Contact");
  if (fields.get("expires")?.length !== 1) throw new Error("there must be one Expires");
  if ((fields.get("preferred-languages")?.length ?? 0) > 1) throw new Error("languages twice");
  return fields;
}

/**
 * A vCard as Thunderbird's parser reads it: every value of each property, by its name. What is made of
 * several parts is a list of them.
 *
 * @throws for what is none, and for more than one
 */
export function readVcard(text: string): Record<string, unknown[]> {
  const [name, properties]: [string, [string, object, string, ...unknown[]][]] = ICAL.parse(text);
  if (name !== "vcard") throw new Error(`not one vCard: ${name}`);
  const found: Record<string, unknown[]> = {};
  // An escaped semicolon is one in any text (RFC 2426, section 4); ical.js 2.2.1 leaves it in the simple ones.
  const unescaped = (value: unknown) =>
    typeof value === "string" ? value.replaceAll("\\;", ";") : value;
  for (const [property, , , ...values] of properties) {
    found[property] = [...(found[property] ?? []), ...values.map(unescaped)];
  }
  return found;
}

/** An event as a calendar takes it over. */
interface ReadEvent {
  uid: string;
  /** An instant of UTC, `2026-12-05T19:00:00.000Z`, or a day, `2026-12-05`. */
  start: string;
  /** The first that is not part of it; of an event that says none its start. */
  end: string;
  texts: { summary: string; description: string; location: string; url: string };
  status: string;
  sequence: number;
  /** When it was last changed, as `DTSTAMP` and `LAST-MODIFIED` say. */
  stamps: readonly string[];
}

/**
 * The events of a calendar, by two parsers. ical.js, Thunderbird's, goes by the time zones that the file
 * tells, node-ical by those that it knows itself.
 */
export const calendarReaders = {
  "ical.js": (text: string): ReadEvent[] => {
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents("vevent").map((event) => {
      const value = (name: string): string => `${event.getFirstPropertyValue(name) ?? ""}`;
      const when = (name: string): string => {
        const time = event.getFirstPropertyValue(name);
        if (!(time instanceof ICAL.Time)) return "";
        return time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString();
      };
      const [summary, description] = [value("summary"), value("description")];
      return {
        uid: value("uid"),
        start: when("dtstart"),
        end: when("dtend") || when("dtstart"),
        texts: { summary, description, location: value("location"), url: value("url") },
        status: value("status"),
        sequence: Number(value("sequence")),
        stamps: [when("dtstamp"), when("last-modified")],
      };
    });
  },
  "node-ical": (text: string): ReadEvent[] =>
    Object.values(nodeIcal.sync.parseICS(text)).flatMap((event) => {
      if (event?.type !== "VEVENT") return [];
      const { uid, start, end = start, summary, description, location } = event;
      const when = (time = start): string =>
        time.dateOnly
          ? formatCivilDate({
              year: time.getFullYear(),
              month: time.getMonth() + 1,
              day: time.getDate(),
            })
          : time.toISOString();
      const text = (value: typeof description): string =>
        typeof value === "object" ? value.val : (value ?? "");
      return {
        uid,
        start: when(),
        end: when(end),
        texts: {
          summary: text(summary),
          description: text(description),
          location: text(location),
          url: event.url ?? "",
        },
        status: event.status ?? "",
        sequence: event.sequence ?? 0,
        stamps: [when(event.dtstamp), when(event.lastmodified)],
      };
    }),
};
