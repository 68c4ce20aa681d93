import { stringAt } from "../../content/facts.ts";
import { withPrefix } from "../../lib/addresses.ts";
import { type Dateline, yearText } from "../../lib/dates.ts";
import type { Language } from "../../lib/languages.ts";
import { groupBy } from "../../lib/lists.ts";
import { entryDateline } from "./entry-dateline.ts";
import type { SiteContext } from "./site-context.ts";
import type { SiteLists } from "./site-lists.ts";

/** The articles of one year, or those whose dates nobody recorded. */
export interface ArchiveGroup {
  /** With an underscore, which the id of no heading in Markdown has. */
  id: string;
  title: string;
  articles: { title: string; url: string; date: Dateline | undefined }[];
}

/** All articles of a language by year, as `partials/archive-list.njk` shows them: newest first. */
export function archiveData(
  language: Language,
  context: SiteContext,
  lists: SiteLists,
): ArchiveGroup[] {
  const years = groupBy(lists.articles[language], ({ archive, date }) =>
    archive ? undefined : date?.day.year,
  );
  return [...years].map(([year, articles]) => ({
    ...heading(year, language, context),
    articles: articles.map((article) => ({
      title: article.title,
      url: withPrefix(context.prefix, article.address),
      date: entryDateline(article),
    })),
  }));
}

function heading(year: number | undefined, language: Language, { facts }: SiteContext) {
  if (year === undefined) {
    return { id: "articles_undated", title: stringAt(facts.strings[language], "news.archive") };
  }
  return { id: `articles_${year}`, title: yearText(year, language) };
}
