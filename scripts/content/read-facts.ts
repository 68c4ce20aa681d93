import type { z } from "zod";
import { checkSchema } from "../lib/check-schema.ts";
import { parseCivilDate } from "../lib/parse-civil-date.ts";
import { parseYaml } from "../lib/parse-yaml.ts";
import type { Problem } from "../lib/problem.ts";
import { problemOf } from "../lib/problem-of.ts";
import type { YamlData } from "../lib/yaml-data.ts";
import type { SecurityExpiry } from "./check-security.ts";
import { checkStrings } from "./check-strings.ts";
import { explainFacts } from "./explain-facts.ts";
import type { Facts } from "./facts.ts";
import { factsRules } from "./facts-rules.ts";
import { navigationSchema, siteSchema, stringsSchema, timelineSchema } from "./facts-schema.ts";

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
