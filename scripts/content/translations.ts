import { type CivilDate, civilDateIn, formatCivilDate, parseCivilDate } from "../lib/dates.ts";
import { sha256 } from "../lib/files.ts";
import { languages, timeZone } from "../lib/languages.ts";
import { compareCodeUnits } from "../lib/lists.ts";
import { type Problem, problemOf, type Rules } from "../problems/problem.ts";
import { type ContentFile, type Entry, placeOfKey } from "./entry.ts";

/**
 * Warnings about pages that the two languages do not have alike. Drafts are nobody's concern yet.
 *
 * @param entries of both languages
 * @param files all content files, so that one whose front matter has an error does not seem missing
 * @param now in ms since 1970: the day of the stamps that are given
 */
export function checkTranslations(
  entries: readonly Entry[],
  files: readonly ContentFile[],
  now: number,
): Problem[] {
  const today = formatCivilDate(civilDateIn(timeZone.zh, now));
  const known = new Set([...files, ...entries].map(({ language, key }) => `${language}/${key}`));
  const english = new Map(
    entries.filter(({ language }) => language === "en").map((entry) => [entry.key, entry]),
  );
  const problems: Problem[] = [];
  for (const entry of [...entries].sort((a, b) => compareCodeUnits(a.source, b.source))) {
    if (entry.draft) continue;
    for (const language of languages) {
      if (known.has(`${language}/${entry.key}`)) continue;
      const place = { path: entry.source, line: 1, column: 1 };
      const values = {
        language: { en: "English", zh: "Chinese" }[language],
        counterpart: `content/${language}/${entry.key}.md`,
      };
      problems.push(problemOf(translationRules, "translation-missing", place, values));
    }
    const original = entry.language === "zh" ? english.get(entry.key) : undefined;
    if (original !== undefined && !original.draft) {
      problems.push(...compare(entry, original, today));
    }
  }
  return problems;
}

/**
 * The day whose English text a translation still shows; undefined where the text is the same today, and
 * where nothing is recorded.
 */
export function translatedDay(
  { translated }: Entry,
  original: Entry | undefined,
): CivilDate | undefined {
  const [day = "", stamp] = translated?.split(" ") ?? [];
  const isSame = original === undefined || stamp === original.textStamp;
  return isSame ? undefined : parseCivilDate(day);
}

function compare(translation: Entry, original: Entry, today: string): Problem[] {
  const problems: Problem[] = [];
  const counterpart = original.source;
  const [own, other] = [translation.date, original.date];
  // Days are compared as days, although they begin at different instants in the two cities.
  if (own?.written !== other?.written && own?.instant !== other?.instant) {
    const values = { found: own?.written ?? "", counterpart, other: other?.written ?? "" };
    problems.push(
      problemOf(translationRules, "translation-date", placeOfKey(translation, "date"), values),
    );
  }
  const tagsOf = ({ tags }: Entry) =>
    tags
      .map(({ slug }) => `\`${slug}\``)
      .sort()
      .join(", ");
  const [ownTags, otherTags] = [tagsOf(translation), tagsOf(original)];
  if (ownTags !== otherTags) {
    const values = { found: ownTags || "none", counterpart, other: otherTags || "none" };
    problems.push(
      problemOf(translationRules, "translation-tags", placeOfKey(translation, "tags"), values),
    );
  }
  const rule = stampFault(translation, original, today);
  if (rule === undefined) return problems;
  const line = `translated: ${today} ${original.textStamp}`;
  const values = { counterpart, line };
  problems.push(problemOf(translationRules, rule, placeOfKey(translation, "translated"), values));
  return problems;
}

/** The rule that the line `translated` breaks, or its absence; undefined: none. */
function stampFault(translation: Entry, original: Entry, today: string) {
  const { translated } = translation;
  if (translated === undefined) return "translation-unrecorded";
  // No error, since the same content must build by the clock of any earlier day, too.
  if (translated.slice(0, today.length) > today) return "translation-to-come";
  return translatedDay(translation, original) && "translation-changed";
}

/**
 * Eight hexadecimal digits that change with the text of an English page: the beginning of the
 * SHA-256 of its title, summary and body, joined by line feeds, in UTF-8, without byte order marks,
 * with LF line ends, without blanks at the ends of lines or blank lines at the end of each.
 */
export function translationStamp(title: string, summary: string, body: string): string {
  const text = [title, summary, body].map(normalise).join("\n");
  return sha256(text).slice(0, 8);
}

function normalise(text: string): string {
  const lines = text.replaceAll("\ufeff", "").split(/\r\n?|\n/);
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .trimEnd();
}

/** How a page and its counterpart in the other language can have drifted apart. */
export const translationRules = {
  "translation-missing": {
    severity: "warning",
    message: "this page has no counterpart in {language}",
    remedy: "write it in {counterpart}",
    example: { language: "Chinese", counterpart: "content/zh/news/culture-day.md" },
  },
  "translation-date": {
    severity: "warning",
    message: "the date is {found}, and that of {counterpart} is {other}",
    remedy: "give both pages the same date",
    example: {
      found: "2025-05-29",
      counterpart: "content/en/news/culture-day.md",
      other: "2025-05-28",
    },
  },
  "translation-tags": {
    severity: "warning",
    message: "the tags are {found}, and those of {counterpart} are {other}",
    remedy: "give both pages the same tags",
    example: {
      found: "none",
      counterpart: "content/en/news/culture-day.md",
      other: "`heritage`",
    },
  },
  "translation-changed": {
    severity: "warning",
    message: "{counterpart} has changed since this translation was made",
    remedy: "bring the translation up to date, then replace this line by `{line}`",
    example: {
      counterpart: "content/en/news/culture-day.md",
      line: "translated: 2026-11-23 3f9a1c07",
    },
  },
  "translation-to-come": {
    severity: "warning",
    message: "it is said to translate a text of {counterpart} from a day that is still to come",
    remedy: "make sure that the translation is right, then replace this line by `{line}`",
    example: {
      counterpart: "content/en/news/culture-day.md",
      line: "translated: 2026-11-23 3f9a1c07",
    },
  },
  "translation-unrecorded": {
    severity: "warning",
    message: "it is not recorded which text of {counterpart} this translates",
    remedy: "once the translation is right, add this line to the front matter: `{line}`",
    example: {
      counterpart: "content/en/news/culture-day.md",
      line: "translated: 2026-11-23 3f9a1c07",
    },
  },
} as const satisfies Rules;
