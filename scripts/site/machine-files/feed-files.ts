import { stringAt } from "../../content/facts.ts";
import { fileOfAddress, withPrefix } from "../../lib/addresses.ts";
import { hashedName } from "../../lib/files.ts";
import { languages } from "../../lib/languages.ts";
import { atomFeed, jsonFeed } from "../../outputs/feeds.ts";
import { bundleStyles } from "../../outputs/styles.ts";
import { feedAddresses } from "../fixed-addresses.ts";
import type { SiteContext } from "../pages/site-context.ts";
import { siteLists } from "../pages/site-lists.ts";
import { feedMarkdown } from "./feed-markdown.ts";
import { feedOf } from "./feed-of.ts";

/** The feeds of both languages in both formats, and the stylesheet that makes pages of them. */
export async function feedFiles(root: string, context: SiteContext): Promise<Map<string, string>> {
  const css = await bundleStyles(root, {}, "assets/styles/feed.css");
  const stylesheet = hashedName("feed.css", css);
  const files = new Map([[stylesheet, css]]);
  const lists = siteLists(context.entries);
  const markdown = feedMarkdown(context);
  for (const language of languages) {
    const feed = feedOf(language, context, lists, (article) =>
      markdown.render(article.body, { entry: article }),
    );
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
