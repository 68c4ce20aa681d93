import type { Entry } from "../../content/entry.ts";
import { dateline, parseCivilDate, yearText } from "../../lib/dates.ts";
import { formatPosition } from "../../lib/geography.ts";
import type { Language } from "../../lib/languages.ts";
import { crossingWords } from "./crossing-words.ts";
import type { SiteContext } from "./site-context.ts";

/** The panel of the two cities and the timeline. */
export function aboutData(entry: Entry, { facts, year }: SiteContext) {
  const { language } = entry;
  const { liverpool, shanghai } = facts.site.cities;
  const say = crossingWords(facts, language, year);
  return {
    cities: [
      { ...liverpool, time: say("cities.liverpoolTime") },
      { ...shanghai, time: say("cities.shanghaiTime") },
    ].map((city) => ({
      name: city.name[language],
      place: city.place[language],
      position: formatPosition(city, language),
      degrees: formatPosition(city, language, "degrees"),
      river: city.river[language],
      time: city.time,
    })),
    crossing: {
      distance: say("cities.distance"),
      timeDifference: say("cities.timeDifference"),
    },
    timeline: facts.timeline.map((event) => ({
      date: when(event.when, language),
      what: event.what[language],
      source: event.source[language],
    })),
  };
}

/** A full date, or a year alone. */
function when(written: string, language: Language) {
  const date = parseCivilDate(written);
  if (date) return dateline(date, language);
  return { machine: written, text: yearText(written, language) };
}
