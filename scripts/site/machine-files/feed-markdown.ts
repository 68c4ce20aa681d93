import { stringAt } from "../../content/facts.ts";
import { absoluteAddress } from "../../lib/addresses.ts";
import { createMarkdown } from "../../markdown/render.ts";
import { feedFigure } from "../../outputs/feeds.ts";
import { reservedIds } from "../layout-ids.ts";
import { linkResolver } from "../link-resolver.ts";
import type { SiteContext } from "../pages/site-context.ts";
import { feedPicture } from "./feed-picture.ts";

/** What Markdown means in feeds, which are read elsewhere: every address is absolute. */
export function feedMarkdown(context: SiteContext): ReturnType<typeof createMarkdown> {
  const resolveLink = linkResolver(context.entries, (to) => absoluteAddress(to, context));
  return createMarkdown(
    {
      resolveLink: (href, { entry }) => resolveLink(href, entry.source),
      renderPhotograph(use, { entry }) {
        const original = context.originalOf(entry.source, use.written);
        const photo = { original, alt: use.alt || undefined };
        return feedFigure(feedPicture(photo, entry.language, context));
      },
      tableLabel: ({ entry }) => stringAt(context.facts.strings[entry.language], "table"),
    },
    { reservedIds },
  );
}
