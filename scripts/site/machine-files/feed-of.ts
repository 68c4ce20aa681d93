import type { Entry } from "../../content/entry.ts";
import { absoluteAddress, homeAddress } from "../../lib/addresses.ts";
import { formatInstant } from "../../lib/dates.ts";
import { type Language, languageTag, otherLanguage, timeZone } from "../../lib/languages.ts";
import type { Feed } from "../../outputs/feeds.ts";
import { feedAddresses } from "../fixed-addresses.ts";
import type { SiteContext } from "../pages/site-context.ts";
import type { SiteLists } from "../pages/site-lists.ts";
import { feedEntry } from "./feed-entry.ts";
import { feedsBegan } from "./feeds-began.ts";
import { lastChange } from "./last-change.ts";
import { newestDate } from "./newest-date.ts";
import { tagId } from "./tag-id.ts";

/** Feed readers keep what they have seen; more would be downloaded again and again. */
const newestArticles = 20;

/**
 * The feed of one language, in the order of the list of news.
 *
 * @param render makes HTML of an article's Markdown
 */
export function feedOf(
  language: Language,
  context: SiteContext,
  lists: SiteLists,
  render: (article: Entry) => string,
): Feed {
  const { site } = context.facts;
  const absolute = (address: string) => absoluteAddress(address, context);
  const news = lists.entry(language, "news/index");
  if (!news) throw new Error(`there is no list of news in “${language}”`);
  const other = otherLanguage(language);
  // Only the preview shows drafts, and these may have no date yet: a feed can tell nothing of them.
  const articles = lists.articles[language].filter(lastChange).slice(0, newestArticles);
  const newest = newestDate(articles.map(lastChange));
  return {
    id: tagId(news, context.facts),
    title: `${news.title} · ${site.name[language]}`,
    description: news.summary,
    language: languageTag[language],
    updated: newest
      ? formatInstant(timeZone[language], newest.instant)
      : `${feedsBegan}T00:00:00+00:00`,
    page: absolute(news.address),
    atom: absolute(feedAddresses(language).atom),
    json: absolute(feedAddresses(language).json),
    translation: { language: languageTag[other], atom: absolute(feedAddresses(other).atom) },
    author: {
      name: site.name[language],
      email: site.contact.email,
      url: absolute(homeAddress[language]),
    },
    entries: articles.map((article) => feedEntry(article, context, render)),
  };
}
