import { z } from "zod";
import { type CivilDate, dateline, parseCivilDate } from "../lib/dates.ts";
import type { Language } from "../lib/languages.ts";
import { excerpt, type Place, type Problem, problemOf, type Rules } from "../problems/problem.ts";
import { checkSchema, type Found } from "../problems/schema.ts";
import { parseYaml, type YamlData } from "../problems/yaml.ts";
import { factsRules } from "./facts-rules.ts";
import { checkStrings } from "./strings.ts";

/** Everything in `content/_data/`: what the site says in more than one place, said once. */
export interface Facts {
  site: z.infer<typeof siteSchema>;
  navigation: z.infer<typeof navigationSchema>;
  timeline: z.infer<typeof timelineSchema>;
  strings: Readonly<Record<Language, Strings>>;
}

// The name of a rule in `error` is said in words below.

const text = (example: string) =>
  z
    .string()
    .regex(/\S/, { error: "blank" })
    .meta({ examples: [example] });

const bilingual = (en: string, zh: string) =>
  z.strictObject({ en: text(en), zh: text(zh) }).meta({ examples: [{ en, zh }] });

const timeZones = new Set(Intl.supportedValuesOf("timeZone"));

const city = z.strictObject({
  name: bilingual("Liverpool", "利物浦"),
  place: bilingual("Pier Head", "皮尔海德"),
  river: bilingual("River Mersey", "默西河"),
  latitude: z
    .number()
    .min(-90)
    .max(90)
    .meta({ examples: [53.4047] }),
  longitude: z
    .number()
    .min(-180)
    .max(180)
    .meta({ examples: [-2.9963] }),
  timeZone: z
    .string()
    .refine((name) => timeZones.has(name), { error: "time-zone-name" })
    .meta({ examples: ["Europe/London"] }),
});

/** `content/_data/site.yaml` */
export const siteSchema = z.strictObject({
  origin: z
    .string()
    .refine(isOrigin, { error: "origin-form" })
    .meta({ examples: ["https://www.l-s-p.org.uk"] }),
  name: bilingual("The Twinning of the Cities of Liverpool and Shanghai", "利物浦—上海友好城市"),
  contact: z.strictObject({
    address: z
      .array(text("824 Kamdown Road"))
      .min(1)
      .meta({ examples: [["824 Kamdown Road"]] }),
    telephone: z
      .string()
      .regex(/^\+?\d(?:[\d ]*\d)?$/, { error: "telephone-form" })
      .meta({ examples: ["01824 8269 2744"] }),
    email: z
      .string()
      .regex(/^[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/i, { error: "email-form" })
      .meta({ examples: ["getintouch@l-s-p.org.uk"] }),
  }),
  cities: z.strictObject({ liverpool: city, shanghai: city }),
  security: z.strictObject({
    expires: z
      .string()
      .refine((written) => parseCivilDate(written) !== undefined, { error: "expires-form" })
      .meta({ examples: ["2027-10-31"] }),
  }),
});

/** `content/_data/navigation.yaml` */
export const navigationSchema = z
  .array(z.strictObject({ page: text("about"), label: bilingual("About", "关于") }))
  .min(1);

/** `content/_data/timeline.yaml` */
export const timelineSchema = z
  .array(
    z.strictObject({
      when: z
        .string()
        .refine((when) => /^[1-9]\d{3}$/.test(when) || parseCivilDate(when) !== undefined, {
          error: "when-form",
        })
        .meta({ examples: ["2000"] }),
      what: bilingual("The Chinese Arch rises in Liverpool", "中国牌楼在利物浦落成"),
      source: bilingual("The Independent, 31 March 2000", "英国《独立报》，2000年3月31日"),
    }),
  )
  .min(1);

/** Words of the interface: nested groups of texts. */
export interface Strings {
  [key: string]: string | Strings;
}

/** `content/_data/strings/*.yaml` */
export const stringsSchema: z.ZodType<Strings> = z.lazy(() =>
  z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/, { error: "string-key-form" }), stringOrGroup),
);

const stringOrGroup = z.union([text("News"), stringsSchema]);

/** Scheme and host alone, and no host of the developer's own machine. */
function isOrigin(written: string): boolean {
  if (!URL.canParse(written)) return false;
  const url = new URL(written);
  const local = /(^|\.)localhost$|^\[|^[\d.]+$/.test(url.hostname);
  return url.protocol === "https:" && url.origin === written && !local;
}

export interface ReadFacts {
  /** Undefined if any of them has an error. */
  facts: Facts | undefined;
  /** The navigation with its places, for checks that need the pages; undefined if it has an error. */
  navigation: { data: Facts["navigation"]; yaml: YamlData } | undefined;
  /** Undefined if `site.yaml` has an error. */
  expiry: SecurityExpiry | undefined;
  problems: Problem[];
}

/**
 * Reads and checks the facts.
 *
 * @param texts by path; undefined for a file that is there, but holds no text (already reported)
 */
export function readFacts(texts: ReadonlyMap<string, string | undefined>): ReadFacts {
  const problems: Problem[] = [];

  const read = <S extends z.ZodType>(name: string, schema: S) => {
    const path = `content/_data/${name}.yaml`;
    const place = { path, line: 1, column: 1 };
    const text = texts.get(path);
    if (!texts.has(path)) problems.push(problemOf(factsRules, "facts-missing", place, {}));
    if (text === undefined) return undefined;
    const yaml = parseYaml({ path, text, firstLine: 1 });
    problems.push(...yaml.problems);
    if (yaml.data === undefined) return undefined;
    if (yaml.data === null) {
      problems.push(problemOf(factsRules, "facts-empty", place, {}));
      return undefined;
    }
    const checked = checkSchema(yaml, schema, { noun: "this file", explain: explainFacts });
    problems.push(...checked.problems);
    return checked.data === undefined ? undefined : { data: checked.data, yaml };
  };

  const site = read("site", siteSchema);
  const navigation = read("navigation", navigationSchema);
  const timeline = read("timeline", timelineSchema);
  const en = read("strings/en", stringsSchema);
  const zh = read("strings/zh", stringsSchema);
  if (en !== undefined && zh !== undefined) problems.push(...checkStrings(en, zh));

  const expiry = site && expiryOf(site.data, site.yaml);
  const complete = site && navigation && timeline && en && zh && problems.length === 0;
  if (!complete) return { facts: undefined, navigation, expiry, problems };
  const facts: Facts = {
    site: site.data,
    navigation: navigation.data,
    timeline: timeline.data,
    strings: { en: en.data, zh: zh.data },
  };
  return { facts, navigation, expiry, problems };
}

function expiryOf({ security }: Facts["site"], yaml: YamlData): SecurityExpiry | undefined {
  const expires = parseCivilDate(security.expires);
  const { line = 1, column = 1 } = yaml.find(["security", "expires"])?.value ?? {};
  return expires && { expires, place: { path: yaml.path, line, column } };
}

/** The rules that the schemas of the facts name, in words. */
function explainFacts(rule: string, { place, key, value }: Found): Problem {
  const found = excerpt(value.text ?? value.written);
  switch (rule) {
    case "origin-form":
    case "email-form":
    case "telephone-form":
    case "time-zone-name":
    case "when-form":
    case "expires-form":
      return problemOf(factsRules, rule, place, { found });
    case "string-key-form": {
      const { path } = place;
      return problemOf(factsRules, rule, { path, ...value.key }, { key });
    }
    default:
      throw new Error(`a schema of the facts names a rule ${rule}, which is not explained`);
  }
}

/**
 * The interface string at a path such as `news.page`.
 *
 * @throws if there is none: a name misspelt in code or layout
 */
export function stringAt(strings: Strings, path: string): string {
  let found: string | Strings | undefined = strings;
  for (const key of path.split(".")) found = typeof found === "object" ? found[key] : undefined;
  if (typeof found !== "string") throw new Error(`there is no interface string “${path}”`);
  return found;
}

const day = 86_400_000;
const daysOfNotice = 30;

/** The last day on which `security.txt` holds, and where it is written. */
export interface SecurityExpiry {
  expires: CivilDate;
  place: Place;
}

/** That `security.txt` has 30 days to run at `now` (milliseconds since 1970), in UTC as it says there. */
export function checkSecurity({ expires, place }: SecurityExpiry, now: number): Problem[] {
  const end = Date.UTC(expires.year, expires.month - 1, expires.day) + day;
  if (end - now >= daysOfNotice * day) return [];
  const rule = now < end ? "security-expires-soon" : "security-expired";
  return [problemOf(securityRules, rule, place, { day: dateline(expires, "en").text })];
}

/** What time does to `/.well-known/security.txt`: `npm run report -- security` fails for it. */
export const securityRules = {
  "security-expires-soon": {
    severity: "warning",
    message: "security.txt holds only until {day}",
    remedy: "see that the contact details still hold, and write a day at most a year ahead",
    example: { day: "31 October 2027" },
  },
  "security-expired": {
    severity: "warning",
    message: "security.txt ran out on {day}, and finders of a weakness have no one to tell",
    remedy: "see that the contact details still hold, and write a day at most a year ahead",
    example: { day: "31 October 2027" },
  },
} as const satisfies Rules;
