import {
  civilTimeIn,
  formatCivilTime,
  parseCivilDate,
  parseCivilTime,
  startOfDay,
} from "../lib/dates.ts";
import { excerpt, type Place, type Problem, problemOf } from "../problems/problem.ts";
import { type Found, sampleLine } from "../problems/schema.ts";
import type { YamlData } from "../problems/yaml.ts";
import type { ContentFile } from "./entry.ts";
import { eventRules } from "./event-rules.ts";
import { isBooking } from "./events.ts";
import { dateFault } from "./front-matter-faults.ts";
import { frontMatterRules } from "./front-matter-rules.ts";

/**
 * The rules that the schema of an event names, in words; undefined for all others.
 *
 * @param start as it is written: of an end that is a time alone, its day is meant
 */
export function explainEvent(
  rule: string,
  { place, key, value }: Found,
  start: string | undefined,
): Problem | undefined {
  const text = value.text ?? value.written;
  const found = excerpt(text, 40);
  switch (rule) {
    case "time":
      return explainTime(text, key, place, start);
    case "booking": {
      const meant = meantBooking(text);
      const line = `${key}: ${meant ?? "https://example.org/book"}`;
      const advice = meant ? `write \`${line}\`` : `write the whole address, such as \`${line}\``;
      return problemOf(eventRules, "booking-form", place, { found, advice });
    }
    case "price": {
      const isNothing = /^[0\s.,]+$/.test(text);
      const [example, lead] = isNothing
        ? ["free", "write"]
        : [`£${text.trim()}`, "write the sign or the name of it, such as"];
      const advice = `${lead} \`${sampleLine(key, example)}\``;
      return problemOf(eventRules, "price-bare", place, { found, advice });
    }
    default:
      return undefined;
  }
}

/** Words that editors write for what an event can be, by what it is called here. */
const meanings: Readonly<Record<string, RegExp>> = {
  liverpool: /利物浦|liverpool/i,
  shanghai: /上海|shanghai/i,
  moved: /^(?:postponed|rescheduled|delayed|changed)$|延期|改期|推迟/i,
  cancelled: /^(?:canceled|called off|off)$|取消/i,
  planned: /^(?:scheduled|confirmed|on)$|计划|确认/i,
};

/** The city or the status that a refused word means, where that is clear. */
export function meantChoice(written: string): string | undefined {
  return Object.keys(meanings).find((name) => meanings[name]?.test(written.trim()));
}

/** What events alone have. */
const startKeys = /^(?:start|starts|start[-_]?(?:date|time)|dtstart)$/i;

/** That a page or an article which says when something starts is among the events. */
export function checkEventPlace(
  yaml: YamlData,
  { source, language, kind }: ContentFile,
): Problem[] {
  if (kind !== "article" && kind !== "page") return [];
  const key = Object.keys(yaml.data as object).find((one) => startKeys.test(one));
  if (key === undefined) return [];
  const place = { path: source, line: 1, column: 1, ...yaml.find([key])?.key };
  const folder = `content/${language}/events/`;
  return [problemOf(eventRules, "event-elsewhere", place, { key, folder })];
}

/** That an event has times at both ends, or days. */
export function checkEventForms(yaml: YamlData): Problem[] {
  const [start, end] = [yaml.find(["start"]), yaml.find(["end"])];
  if (!start?.text || !end?.text) return [];
  const forms = [start.text, end.text].map((text) =>
    parseCivilDate(text) ? "a day" : parseCivilTime(text) && "a time",
  );
  const [first, last] = forms;
  if (!first || !last || first === last) return [];
  const place = { path: yaml.path, ...end.value };
  return [problemOf(eventRules, "event-forms", place, { start: first, end: last })];
}

/** The time that `written` was meant to be, in its form; `written` itself where that is not clear. */
export function meantTime(written: string): string {
  const [rule, value = written] = timeFault(written);
  return /-form$/.test(rule) ? value : written;
}

/** What is wrong with `written`, the refused value of `key`, and what to type in its place. */
function explainTime(written: string, key: string, place: Place, start = ""): Problem {
  const ofStart = timeFault(`${start.slice(0, 10)} ${written}`);
  const isTime = key === "end" && parseCivilDate(start.slice(0, 10)) && !/\d{3}/.test(written);
  const fault = isTime && ofStart[0] === "event-time-form" ? ofStart : timeFault(written);
  const [rule, ...values]: typeof fault =
    key === "end" && fault[0] === "event-time-range" ? ["event-time-form", fault[2] ?? ""] : fault;
  const [line = "", other = ""] = values.map((value) => `${key}: ${value}`);
  const all = { found: excerpt(written, 40), line, one: line, other, end: `end: ${values[1]}` };
  return problemOf({ ...eventRules, ...frontMatterRules }, rule, place, all);
}

type TimeFault =
  | Extract<keyof typeof eventRules, `event-time-${"form" | "range" | "unclear" | "zone"}`>
  | ReturnType<typeof dateFault>[0];

/** A day with the time behind it, as people and programs write them. */
const dayAndTime =
  /^(.+?[\d日])(?:[T,\s]\s*(?:at )?|(?<=日))\s*(凌晨|早上|上午|中午|下午|傍晚|晚上?)?\s*(\d{1,2})(?:(?:[:.h时点](?:(\d\d)(?::\d\d(?:\.\d+)?)?分?|(半))?|(?=\s*[ap]\.?m))(?:\s*([ap])\.?m\b\.?)?)\s*(.*)$/i;

/** A day and nothing else, in figures or with the name of its month. */
const dayAlone =
  /^(?:\d{1,4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,4}\s*日?|\d{8}|\d{1,2}(?:st|nd|rd|th)?\s+\p{L}+\.?,?\s+\d{4}|\p{L}+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})$/iu;

/** The rule that a refused time breaks, and what it can have been meant to be, or an example. */
function timeFault(written: string): [rule: TimeFault, ...values: string[]] {
  // Digits and colons of full width become those of an English keyboard.
  const text = written.normalize("NFKC").replace(weekday, "").trim().slice(0, 60);
  const unclear: [TimeFault, string] = ["event-time-unclear", "2026-12-05 19:00"];
  const [, day, part, hour, minute = "00", half, letter, rest = ""] = dayAndTime.exec(text) ?? [];
  const fault: ReturnType<typeof dateFault> =
    day !== undefined && parseCivilDate(day) ? ["date-form", day] : dateFault(day ?? text, "en");
  const [rule, ...days] = fault;
  if (rule === "date-unclear") return unclear;
  // Whatever stands beside the day would be lost.
  if (day === undefined) return rule !== "date-form" || dayAlone.test(text) ? fault : unclear;
  const minutes = hour24(Number(hour), part ?? letter) * 60 + Number(half ? 30 : minute);
  if (minutes > 24 * 60 || Number(minute) > 59) return ["time-impossible", `${days[0]} 19:00`];
  const [time = "", ...others] = days.map((one) => timeOn(one, minutes));
  if (rule !== "date-form") return [rule, time, ...others];
  if (rest === "") return ["event-time-form", time];
  const [, until] = /^(?:[-–—~至到]|to|until)\s*(.*)$/i.exec(rest) ?? [];
  const [endRule, end = ""] = until === undefined ? [] : timeFault(`${days[0]} ${until}`);
  if (endRule === "event-time-form" && end > time) return ["event-time-range", time, end];
  // Of `22:00-01:00` nobody but the editor knows whether it ends after midnight or has an offset.
  return zone.test(rest) && !(endRule && !/T/.test(text)) ? ["event-time-zone"] : unclear;
}

/** What says nothing that the day does not. */
const weekday =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s*|\(?(?:星期|周)[一二三四五六日天]\)?/gi;

/** An offset or the name of a zone, as it stands behind a time. */
const zone = /^(?:[+−-]\d\d?(?::?\d\d)?|Z|\(?[A-Z]{3,4}\)?(?:[+-]\d+)?|.*(?:\btime|时间)\)?)$/i;

/** The hour of a day of 24, of one that may stand with the part of the day that it is in. */
function hour24(hour: number, part = ""): number {
  if (part === "" || hour > 12) return hour;
  // At night 12 is the end of the day, at noon its middle.
  if (hour === 12 && part.startsWith("晚")) return 24;
  const isLate = /^[p下傍晚]/i.test(part) || (part === "中午" && hour < 11);
  return (hour % 12) + (isLate || (hour === 12 && part === "中午") ? 12 : 0);
}

/** So many minutes after the beginning of a day; after all of them, of the next. */
function timeOn(day: string, minutes: number): string {
  const start = startOfDay(parseCivilDate(day) ?? { year: 2026, month: 12, day: 5 }, "UTC");
  return formatCivilTime(civilTimeIn("UTC", start + minutes * 60_000));
}

/** The address that was meant where one can book; undefined where that is not clear. */
function meantBooking(written: string): string | undefined {
  const [, linked, marked] = /\]\(([^()\s]+)\)$|^<(.+)>$/.exec(written.trim()) ?? [];
  const bare = (linked ?? marked ?? written).trim().replace(/^https?:/i, "https:");
  if (isBooking(bare)) return bare;
  if (/^[^\s@:/]+@[^\s@]+\.\w+$/.test(bare)) return `mailto:${bare}`;
  return /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?$/i.test(bare) ? `https://${bare}` : undefined;
}
