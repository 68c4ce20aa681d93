import type { Entry } from "../../content/entry.ts";
import { stringAt } from "../../content/facts.ts";
import { withPrefix } from "../../lib/addresses.ts";
import { formatPosition } from "../../lib/geography.ts";
import { otherLanguage } from "../../lib/languages.ts";
import { contactData } from "./contact-data.ts";
import { noticeItem } from "./notice-item.ts";
import type { SiteContext } from "./site-context.ts";
import type { SiteLists } from "./site-lists.ts";

const newestArticles = 3;

/** The two screens, the newest articles and the crossing. */
export function welcomeData(entry: Entry, context: SiteContext, lists: SiteLists) {
  const { entries, prefix } = context;
  const { language } = entry;
  const news = entries.find((other) => other.kind === "news" && other.language === language);
  return {
    screens: screens(entry, context),
    newest: lists.articles[language]
      .slice(0, newestArticles)
      .map((article) => noticeItem(article, context)),
    news: news && { url: withPrefix(prefix, news.address) },
    crossing: context.crossing[language],
    contact: contactData(entry, context),
  };
}

function screens(entry: Entry, context: SiteContext) {
  const { language } = entry;
  const { cities } = context.facts.site;
  const strings = context.facts.strings[language];
  return (entry.screens ?? []).map((screen) => {
    const city = cities[screen.city];
    return {
      city: screen.city,
      title: screen.title,
      text: screen.text,
      photo: {
        original: context.originalOf(entry.source, screen.photo.written),
        alt: screen.photo.alt,
      },
      name: city.name[language],
      vertical: city.name[otherLanguage(language)],
      position: formatPosition(city, language),
      link:
        screen.city === "liverpool"
          ? { id: "shanghai", label: stringAt(strings, "diptych.toShanghai") }
          : { id: "liverpool", label: stringAt(strings, "diptych.toLiverpool") },
    };
  });
}
