import type { Entry } from "../../content/entry.ts";
import { withPrefix } from "../../lib/addresses.ts";
import type { Dateline } from "../../lib/dates.ts";
import { entryDateline } from "./entry-dateline.ts";
import { type LeadPhotograph, leadPhotograph } from "./lead-photograph.ts";
import type { SiteContext } from "./site-context.ts";

/** An article in a list, as `components/notice.njk` shows it. */
export interface NoticeItem {
  title: string;
  url: string;
  summary: string;
  date: Dateline | undefined;
  photo: LeadPhotograph | undefined;
}

/** See {@link NoticeItem}. */
export function noticeItem(article: Entry, context: SiteContext): NoticeItem {
  return {
    title: article.title,
    url: withPrefix(context.prefix, article.address),
    summary: article.summary,
    date: entryDateline(article),
    photo: leadPhotograph(article, context),
  };
}
