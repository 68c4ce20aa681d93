import { getCollection } from "astro:content";
import rss from "@astrojs/rss";
import { newestFirst, site } from "../site.mjs";

export async function GET(context) {
  const articles = newestFirst(await getCollection("news")).slice(0, 20);
  return rss({
    title: site.name,
    description: "What happened, newest first.",
    site: context.site,
    items: articles.map(({ id, data, rendered }) => ({
      title: data.title,
      description: data.summary,
      pubDate: data.date,
      link: `/news/${id}/`,
      content: rendered?.html,
    })),
  });
}
