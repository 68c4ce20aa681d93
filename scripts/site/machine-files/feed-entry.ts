import type { Entry } from "../../content/entry.ts";
import { stringAt } from "../../content/facts.ts";
import { absoluteAddress } from "../../lib/addresses.ts";
import { formatInstant } from "../../lib/dates.ts";
import { timeZone } from "../../lib/languages.ts";
import { type FeedEntry, feedFigure } from "../../outputs/feeds.ts";
import { entryDateline } from "../pages/entry-dateline.ts";
import { leadPhotograph } from "../pages/lead-photograph.ts";
import type { SiteContext } from "../pages/site-context.ts";
import { feedPicture } from "./feed-picture.ts";
import { lastChange } from "./last-change.ts";
import { tagId } from "./tag-id.ts";

/**
 * An article as feeds tell of it: its lead photograph, then its text.
 *
 * @param render makes HTML of its Markdown
 * @throws if it has no date
 */
export function feedEntry(
  article: Entry,
  context: SiteContext,
  render: (article: Entry) => string,
): FeedEntry {
  const { language, title, summary, date, archive } = article;
  const { facts } = context;
  const changed = lastChange(article);
  if (!changed) throw new Error(`${article.source} has no date`);
  const written = (instant: number) => formatInstant(timeZone[language], instant);
  const photo = leadPhotograph(article, context);
  const picture = photo && feedPicture(photo, language, context);
  return {
    id: tagId(article, facts),
    title,
    url: absoluteAddress(article.address, context),
    summary,
    html: (picture ? feedFigure(picture) : "") + render(article),
    image: picture?.src,
    published: archive || !date ? undefined : written(date.instant),
    updated: written(changed.instant),
    dateline: entryDateline(article) ?? {
      text: stringAt(facts.strings[language], "news.archive"),
    },
  };
}
