import type { Entry } from "../../content/entry.ts";
import { type Facts, stringAt } from "../../content/facts.ts";
import { kindAndSize } from "../../downloads/kinds.ts";
import { type Dateline, dateline } from "../../lib/dates.ts";
import { fillIn } from "../../lib/fill-in.ts";
import type { Language } from "../../lib/languages.ts";
import type { Film } from "../../markdown/films.ts";
import { resolveContentLink } from "../../markdown/link-targets.ts";
import type { SiteContext } from "./context.ts";

/** The title of a page as it is shown: an event that is not as it was announced says so before all else. */
export function shownTitle(
  { title, language, event }: Entry,
  { facts }: Pick<SiteContext, "facts">,
): string {
  if (!event || event.status === "planned") return title;
  return fillIn(stringAt(facts.strings[language], `events.${event.status}`), { title });
}

/** The date an entry shows; none for articles from the archive, whose dates nobody recorded. */
export function entryDateline(entry: Entry): Dateline | undefined {
  return entry.archive || !entry.date ? undefined : dateline(entry.date.day, entry.language);
}

/** Who wrote an entry, and who translated it, as readers are told: a line each, where it is known. */
export function bylines(
  { authors, translators, language }: Entry,
  { facts }: Pick<SiteContext, "facts">,
): string[] {
  const line = (key: string, people: readonly string[] | undefined) => {
    if (!people) return [];
    const names = namesInWords(people, language);
    return [fillIn(stringAt(facts.strings[language], `news.${key}`), { names })];
  };
  return [...line("author", authors), ...line("translator", translators)];
}

/** “A, B and C”, “甲、乙、丙”. */
function namesInWords(names: readonly string[], language: Language): string {
  if (language === "zh" || names.length < 2) return names.join("、");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/**
 * Says what a link leads to that is a file for downloading.
 *
 * @returns what follows the words of the link that is written so in the content file `source`
 */
export function linkNote({
  facts,
  downloads,
}: Pick<SiteContext, "facts" | "downloads">): (
  href: string,
  entry: Pick<Entry, "source" | "language">,
) => string {
  return (href, { source, language }) => {
    const { address = "" } = resolveContentLink(href, source);
    const file = downloads.get(address);
    return file ? fillIn(stringAt(facts.strings[language], "download"), kindAndSize(file)) : "";
  };
}

/**
 * What is said of a film below its still, and to those who do not see the still.
 *
 * @param strings words of the interface
 */
export function filmWords(
  { title, length, host }: Film,
  strings: Facts["strings"][Language],
): { caption: string; label: string } {
  const say = (length: string) => fillIn(stringAt(strings, "film.told"), { title, length, host });
  const [seconds = 0, minutes = 0, hours = 0] = length.split(":").map(Number).reverse();
  const parts = Object.entries({ hour: hours, minute: minutes, second: seconds })
    .filter(([, count]) => count > 0)
    .map(([unit, count]) => {
      return fillIn(stringAt(strings, `film.${unit}${count === 1 ? "" : "s"}`), { count });
    });
  return { caption: say(length), label: say(parts.join(" ")) };
}
