import {
  type Entry,
  isEvent,
  lastChange,
  newestDate,
  type WrittenDate,
} from "../../content/entry.ts";
import { stringAt } from "../../content/facts.ts";
import { absoluteAddress, fileOfAddress, homeAddress, withPrefix } from "../../lib/addresses.ts";
import { formatInstant, noonOfDay, parseCivilDate } from "../../lib/dates.ts";
import { hashedName } from "../../lib/files.ts";
import { fillIn } from "../../lib/fill-in.ts";
import { type Language, languages, languageTag, timeZone } from "../../lib/languages.ts";
import { fillHtml } from "../../markdown/render.ts";
import {
  atomFeed,
  type Feed,
  type FeedEntry,
  type FeedPicture,
  feedFigure,
  feedParagraphs,
  jsonFeed,
} from "../../outputs/feeds.ts";
import { bundleStyles } from "../../outputs/styles.ts";
import { feedAddresses } from "../fixed-addresses.ts";
import {
  absolutePicture,
  type LeadPhotograph,
  leadPhotograph,
  linkResolver,
  measuredPhotograph,
  type SiteContext,
  tagsOf,
} from "../pages/context.ts";
import { eventTimes } from "../pages/event-times.ts";
import { placeLines } from "../pages/events.ts";
import { sortArticles } from "../pages/lists.ts";
import { entryDateline, filmWords, linkNote, shownTitle } from "../pages/words.ts";
import { idsBegan, tagId } from "./tag-id.ts";

/**
 * An article or an event as feeds tell of it: of an event when and where it takes place, then the lead
 * photograph, then the text.
 *
 * @param render makes HTML of its Markdown
 * @throws if it shows no date
 */
function feedEntry(
  entry: Entry,
  context: SiteContext,
  render: (entry: Entry) => string,
): FeedEntry {
  const { language, summary, date } = entry;
  const { facts } = context;
  const dateline = entryDateline(entry);
  const changed = lastChange(entry);
  if (!date || !dateline || !changed) throw new Error(`${entry.source} has no date`);
  const photo = leadPhotograph(entry, context);
  const picture = photo && feedPicture(photo, language, context);
  const whenAndWhere = isEvent(entry)
    ? [eventTimes(entry.event, language, facts).text, ...placeLines(entry, context)]
    : [];
  return {
    id: tagId(entry, facts),
    title: shownTitle(entry, context),
    url: absoluteAddress(entry.address, context),
    summary,
    html: feedParagraphs(whenAndWhere) + (picture ? feedFigure(picture) : "") + render(entry),
    image: picture?.src,
    published: instantText(date, language),
    updated: instantText(changed, language),
    authors: entry.authors ?? [],
    tags: tagsOf([entry], language, context),
    dateline,
  };
}

/** The feeds of both languages in both formats, and the stylesheet that makes pages of them. */
export async function feedFiles(root: string, context: SiteContext): Promise<Map<string, string>> {
  const css = await bundleStyles(root, {}, "assets/styles/feed.css");
  const stylesheet = hashedName("feed.css", css);
  const files = new Map([[stylesheet, css]]);
  const bodyHtml = feedBodies(context);
  for (const language of languages) {
    const feed = feedOf(language, context, bodyHtml);
    const strings = context.facts.strings[language];
    const words = {
      explanation: stringAt(strings, "feed.explanation"),
      link: stringAt(strings, "feed.link"),
    };
    const { atom, json } = feedAddresses(language);
    const look = withPrefix(context.prefix, `/${stylesheet}`);
    files.set(fileOfAddress(atom), atomFeed(feed, words, look));
    files.set(fileOfAddress(json), jsonFeed(feed));
  }
  return files;
}

/** Makes the HTML of a page for feeds, which are read elsewhere: every address is absolute. */
function feedBodies(context: SiteContext): (entry: Entry) => string {
  const resolveLink = linkResolver(context.entries, (to) => absoluteAddress(to, context));
  const noteOf = linkNote(context);
  return (entry) => {
    const { source, language } = entry;
    return fillHtml(context.textsOf(entry)[0] ?? [], {
      resolveLink: (href) => resolveLink(href, source),
      afterLink: (href) => noteOf(href, entry),
      renderPhotograph(use) {
        const original = context.originalOf(source, use.written);
        const photo = { original, alt: use.alt || undefined };
        const film = use.film && filmWords(use.film, context.facts.strings[language]).caption;
        const picture = feedPicture(photo, language, context, film ?? use.caption);
        return feedFigure({ ...picture, link: use.link });
      },
      label: (path, values) => fillIn(stringAt(context.facts.strings[language], path), values),
    });
  };
}

/** Feed readers keep what they have seen; more would be downloaded again and again. */
const newestEntries = 20;

/**
 * The feed of one language: articles in the order of the list of news, and events among them by the day on
 * which they were announced.
 *
 * @param render makes HTML of a page's Markdown
 */
function feedOf(language: Language, context: SiteContext, render: (entry: Entry) => string): Feed {
  const { site } = context.facts;
  const absolute = (address: string) => absoluteAddress(address, context);
  const news = context.lists.entry(language, "news/index");
  if (!news) throw new Error(`there is no list of news in “${language}”`);
  const { articles, events } = context.lists;
  // What nobody dated is no news: Atom wants a day of everything, and readers would put what came from
  // the older site on top, by the day on which it came here.
  const dated = sortArticles([...articles[language], ...events[language]]).filter(entryDateline);
  const told = dated.slice(0, newestEntries);
  const newest = newestDate(told.map(lastChange));
  return {
    id: tagId(news, context.facts),
    title: `${news.title} · ${site.name[language]}`,
    description: news.summary,
    language: languageTag[language],
    updated: newest ? instantText(newest, language) : `${idsBegan}T00:00:00+00:00`,
    page: absolute(news.address),
    atom: absolute(feedAddresses(language).atom),
    json: absolute(feedAddresses(language).json),
    author: {
      name: site.name[language],
      email: site.contact.email,
      url: absolute(homeAddress[language]),
    },
    entries: told.map((entry) => feedEntry(entry, context, render)),
  };
}

/** When it was, for feed readers: a day stands at its noon, which is the same day in UTC and in both cities. */
function instantText({ written, day, instant }: WrittenDate, language: Language): string {
  const zone = timeZone[language];
  return formatInstant(zone, parseCivilDate(written) ? noonOfDay(day, zone) : instant);
}

/** A photograph for a feed, with caption and credit as on the page. */
function feedPicture(
  photo: LeadPhotograph,
  language: Language,
  context: SiteContext,
  ownCaption?: string,
): FeedPicture {
  const { src, alt, width, height } = absolutePicture(photo, language, context);
  const { record } = measuredPhotograph(photo, context);
  const caption = ownCaption ?? record.caption[language];
  const credit = record.credit[language];
  const label = stringAt(context.facts.strings[language], "photograph.credit");
  const full = caption.includes(credit) ? caption : `${caption} ${label}${credit}`;
  return { src, alt, width, height, caption: full };
}
