import { excerpt, type Problem, problemOf } from "../problems/problem.ts";
import { nearestName } from "../problems/suggest.ts";
import type { YamlData } from "../problems/yaml.ts";
import type { Strings } from "./facts.ts";
import { factsRules } from "./facts-rules.ts";

interface StringsFile {
  data: Strings;
  yaml: YamlData;
}

/**
 * That the words of the interface are the same in both languages, key for key and brace for brace,
 * and that none of the Chinese ones is the English one left as it was.
 */
export function checkStrings(en: StringsFile, zh: StringsFile): Problem[] {
  const problems: Problem[] = [];

  const compare = (english: Strings, chinese: Strings, path: readonly string[]): void => {
    for (const key of Object.keys(chinese)) {
      if (!Object.hasOwn(english, key)) {
        const candidates = Object.keys(english).filter((one) => !Object.hasOwn(chinese, one));
        const nearest = nearestName(key, candidates);
        const advice =
          nearest === undefined ? "delete it, or add it there too" : `did you mean \`${nearest}\`?`;
        const values = { key: [...path, key].join("."), other: en.yaml.path, advice };
        const place = placeOf(zh, [...path, key], "key");
        problems.push(problemOf(factsRules, "string-surplus", place, values));
      }
    }
    for (const [key, original] of Object.entries(english)) {
      const keys = [...path, key];
      const translation = Object.hasOwn(chinese, key) ? chinese[key] : undefined;
      const name = keys.join(".");
      if (typeof original === "object" && typeof translation === "object") {
        compare(original, translation, keys);
      } else if (typeof original === "string" && typeof translation === "string") {
        problems.push(...compareTexts(name, original, translation, placeOf(zh, keys, "value")));
      } else {
        // Missing, or a text in one language and a group in the other.
        const values = { key: name, other: en.yaml.path, language: "Chinese" };
        const place = placeOf(zh, translation === undefined ? path : keys, "key");
        problems.push(problemOf(factsRules, "string-missing", place, values));
      }
    }
  };

  const compareTexts = (
    key: string,
    original: string,
    translation: string,
    place: ReturnType<typeof placeOf>,
  ): Problem[] => {
    const expected = braces(original);
    if (braces(translation).join() !== expected.join()) {
      const list = expected.map((brace) => `\`${brace}\``).join(" and ") || "no braces";
      const values = { key, expected: list, other: en.yaml.path };
      return [problemOf(factsRules, "string-braces", place, values)];
    }
    if (!leftInEnglish(original, translation)) return [];
    return [problemOf(factsRules, "string-english", place, { key, found: excerpt(translation) })];
  };

  compare(en.data, zh.data, []);
  return problems;
}

function placeOf(file: StringsFile, path: readonly string[], part: "key" | "value") {
  const { line = 1, column = 1 } = file.yaml.find(path)?.[part] ?? {};
  return { path: file.yaml.path, line, column };
}

/** Each name in braces once, in the order of the alphabet: languages order and repeat them freely. */
function braces(text: string): string[] {
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
