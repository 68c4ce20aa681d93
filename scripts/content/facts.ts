import { z } from "zod";
import { type CivilDate, dateline, parseCivilDate } from "../lib/dates.ts";
import type { Language } from "../lib/languages.ts";
import { excerpt, type Place, type Problem, problemOf, type Rules } from "../problems/problem.ts";
import { checkSchema, type Found } from "../problems/schema.ts";
import { foldedPath, nearestName, suggestFileName } from "../problems/suggest.ts";
import { parseYaml, type YamlData } from "../problems/yaml.ts";
import { factsRules } from "./facts-rules.ts";

/** Everything in `content/_data/`: what the site says in more than one place, said once. */
export interface Facts {
  site: z.infer<typeof factsSchemas.site>;
  navigation: z.infer<typeof factsSchemas.navigation>;
  timeline: z.infer<typeof factsSchemas.timeline>;
  tags: Tags;
  strings: Readonly<Record<Language, Strings>>;
}

// The name of a rule in `error` is said in words by `explainFacts`.

const text = (example: string) =>
  z
    .string()
    .regex(/\S/, { error: "blank" })
    .meta({ examples: [example] });

const bilingual = (en: string, zh: string) =>
  z.strictObject({ en: text(en), zh: text(zh) }).meta({ examples: [{ en, zh }] });

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
    .refine(isTimeZone, { error: "time-zone-name" })
    .meta({ examples: ["Europe/London"] }),
});

/** Words of the interface: nested groups of texts. */
interface Strings {
  [key: string]: string | Strings;
}

const strings: z.ZodType<Strings> = z.lazy(() =>
  z.record(
    z.string().regex(/^[a-z][A-Za-z0-9]*$/, { error: "string-key-form" }),
    z.union([text("News"), strings]),
  ),
);

/** The names of tags, by slug. */
export type Tags = z.infer<typeof factsSchemas.tags>;

/** The files of `content/_data/`, by name. */
export const factsSchemas = {
  site: z.strictObject({
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
  }),
  navigation: z
    .array(z.strictObject({ page: text("about"), label: bilingual("About", "关于") }))
    .min(1),
  timeline: z
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
    .min(1),
  tags: z
    .record(
      // As long as a step of an alias, which may be wanted once no article has the tag.
      z.string().regex(/^(?!.{81})[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "tag-form" }),
      bilingual("Heritage", "文化遗产"),
    )
    .superRefine((tags, { addIssue }) => {
      const taken = new Set<string>();
      for (const [slug, names] of Object.entries(tags)) {
        for (const [language, name] of Object.entries(names)) {
          const shown = `${language} ${foldedPath(name)}`;
          if (taken.has(shown)) {
            addIssue({ code: "custom", message: "tag-name-twice", path: [slug, language] });
          }
          taken.add(shown);
        }
      }
    }),
  strings,
};

const exampleOrigin = "https://www.l-s-p.org.uk";

/** Scheme and host alone, and no host of the developer's own machine. */
function isOrigin(written: string): boolean {
  if (!URL.canParse(written)) return false;
  const url = new URL(written);
  const local = /(^|\.)localhost$|^\[|^[\d.]+$/.test(url.hostname);
  return url.protocol === "https:" && url.origin === written && !local;
}

/** Aliases such as `Asia/Kolkata` too, which `Intl.supportedValuesOf` leaves out; offsets are no names. */
function isTimeZone(name: string): boolean {
  try {
    return /^[A-Z]/i.test(name) && new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** A file of facts in order, and the places of what it says. */
interface Checked<Data> {
  data: Data;
  yaml: YamlData;
}

export interface ReadFacts {
  /** Undefined if any of them has an error. */
  facts: Facts | undefined;
  /** For checks that need the pages; undefined if it has an error. */
  navigation: Checked<Facts["navigation"]> | undefined;
  /** The same. */
  tags: Tags | undefined;
  /** The same. */
  site: Facts["site"] | undefined;
  /** When `security.txt` runs out, for a check that needs the clock; undefined if `site.yaml` has an error. */
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

  /** @param none what a file means that is missing or empty; without it, none may be */
  const read = <Data>(
    name: string,
    schema: z.ZodType<Data>,
    none?: Data,
  ): Checked<Data> | undefined => {
    const path = `content/_data/${name}.yaml`;
    const place = { path, line: 1, column: 1 };
    const text = texts.has(path) ? texts.get(path) : none && "";
    if (!texts.has(path) && none === undefined) {
      problems.push(problemOf(factsRules, "facts-missing", place, {}));
    }
    if (text === undefined) return undefined;
    const list = schema instanceof z.ZodArray;
    const yaml = parseYaml({ path, text, firstLine: 1, list });
    problems.push(...yaml.problems);
    if (yaml.data === undefined) return undefined;
    if (yaml.data === null && none !== undefined) return { data: none, yaml };
    if (yaml.data === null) {
      problems.push(problemOf(factsRules, "facts-empty", place, {}));
      return undefined;
    }
    const checked = checkSchema(yaml, schema, { noun: "this file", explain: explainFacts });
    problems.push(...checked.problems);
    return checked.data === undefined ? undefined : { data: checked.data, yaml };
  };

  const site = read("site", factsSchemas.site);
  const navigation = read("navigation", factsSchemas.navigation);
  const timeline = read("timeline", factsSchemas.timeline);
  const tags = read("tags", factsSchemas.tags, {});
  const en = read("strings/en", factsSchemas.strings);
  const zh = read("strings/zh", factsSchemas.strings);
  if (en !== undefined && zh !== undefined) problems.push(...checkStrings(en, zh));

  const expires = site && parseCivilDate(site.data.security.expires);
  const place = site && placeIn(site.yaml, ["security", "expires"], "value");
  const expiry = expires && place && { expires, place };
  const checked = { navigation, tags: tags?.data, site: site?.data, expiry, problems };
  if (!site || !navigation || !timeline || !tags || !en || !zh || problems.length > 0) {
    return { facts: undefined, ...checked };
  }
  const facts: Facts = {
    site: site.data,
    navigation: navigation.data,
    timeline: timeline.data,
    tags: tags.data,
    strings: { en: en.data, zh: zh.data },
  };
  return { facts, ...checked };
}

/**
 * That the words of the interface are the same in both languages, key for key and brace for brace,
 * and that none of the Chinese ones is the English one left as it was.
 */
function checkStrings(en: Checked<Strings>, zh: Checked<Strings>): Problem[] {
  const problems: Problem[] = [];
  const other = en.yaml.path;
  const compare = (english: Strings, chinese: Strings, path: readonly string[]): void => {
    for (const name of Object.keys(chinese)) {
      if (Object.hasOwn(english, name)) continue;
      const keys = [...path, name];
      const candidates = Object.keys(english).filter((one) => !Object.hasOwn(chinese, one));
      const nearest = nearestName(name, candidates);
      const advice =
        nearest === undefined ? "delete it, or add it there too" : `did you mean \`${nearest}\`?`;
      const values = { key: keys.join("."), other, advice };
      problems.push(problemOf(factsRules, "string-surplus", placeIn(zh.yaml, keys, "key"), values));
    }
    for (const [name, original] of Object.entries(english)) {
      const keys = [...path, name];
      const key = keys.join(".");
      const translation = Object.hasOwn(chinese, name) ? chinese[name] : undefined;
      if (typeof original === "object" && typeof translation === "object") {
        compare(original, translation, keys);
      } else if (typeof original === "string" && typeof translation === "string") {
        const place = placeIn(zh.yaml, keys, "value");
        const braces = bracesOf(original);
        if (bracesOf(translation).join() !== braces.join()) {
          const expected = braces.map((brace) => `\`${brace}\``).join(" and ") || "no braces";
          problems.push(problemOf(factsRules, "string-braces", place, { key, expected, other }));
        } else if (leftInEnglish(original, translation)) {
          const found = excerpt(translation);
          problems.push(problemOf(factsRules, "string-english", place, { key, found }));
        }
      } else {
        // Missing, or a text in one language and a group in the other.
        const place = placeIn(zh.yaml, translation === undefined ? path : keys, "key");
        const values = { key, other, language: "Chinese" };
        problems.push(problemOf(factsRules, "string-missing", place, values));
      }
    }
  };
  compare(en.data, zh.data, []);
  return problems;
}

function placeIn(yaml: YamlData, path: readonly string[], part: "key" | "value"): Place {
  return { path: yaml.path, line: 1, column: 1, ...yaml.find(path)?.[part] };
}

/** Each name in braces once, in the order of the alphabet: languages order and repeat them freely. */
function bracesOf(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g))].sort();
}

/**
 * The same words in both languages with no Han character are words nobody translated, except
 * abbreviations such as RSS, and the names of the languages, which are written in themselves.
 */
function leftInEnglish(original: string, translation: string): boolean {
  if (original.trim() !== translation.trim() || /\p{Script=Han}/u.test(translation)) return false;
  const words = translation.replace(/\{\w+\}/g, "").match(/\p{L}+/gu) ?? [];
  return words.some((word) => word !== "English" && word !== word.toUpperCase());
}

/** The rules that the schemas of the facts name, in words. */
function explainFacts(rule: string, { place, key, value }: Found): Problem {
  const written = value.text ?? value.written;
  const found = excerpt(written);
  switch (rule) {
    case "origin-form": {
      const https = written.replace(/^(?:\w+:\/\/)?/, "https://");
      const { origin } = new URL(URL.canParse(https) ? https : exampleOrigin);
      const suggestion = isOrigin(origin) ? origin : exampleOrigin;
      return problemOf(factsRules, rule, place, { found, suggestion });
    }
    case "time-zone-name": {
      const city = `/${written.trim().replaceAll(" ", "_")}`.toLowerCase();
      const zones = Intl.supportedValuesOf("timeZone");
      const suggestion = zones.find((zone) => zone.toLowerCase().endsWith(city)) ?? "Europe/London";
      return problemOf(factsRules, rule, place, { found, suggestion });
    }
    case "when-form": {
      const year = /[1-9]\d{3}/.exec(written)?.[0] ?? "2000";
      return problemOf(factsRules, rule, place, { found, year });
    }
    case "email-form":
    case "telephone-form":
    case "expires-form":
    case "tag-name-twice":
      return problemOf(factsRules, rule, place, { found });
    case "string-key-form":
    case "tag-form": {
      const { path } = place;
      // No ending, which a file's name would have behind its dot.
      const suggestion =
        suggestFileName(key.replaceAll(".", "-"))?.slice(0, 80) ?? "world-heritage";
      return problemOf(factsRules, rule, { path, ...value.key }, { key, suggestion });
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
interface SecurityExpiry {
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
