import { absoluteAddress } from "../../lib/addresses.ts";
import { type Language, otherLanguage } from "../../lib/languages.ts";
import { cardSize } from "../../outputs/cards/card.ts";
import type { Standing } from "./frame-data.ts";
import { planCard } from "./plan-card.ts";
import type { SiteContext } from "./site-context.ts";

/** Language and territory, as https://ogp.me/#optional has them. */
const locale: Readonly<Record<Language, string>> = { en: "en_GB", zh: "zh_CN" };

/**
 * How a page shows where it is shared: the properties of Open Graph, https://ogp.me/, which also
 * other services read. Plans the card that goes with it. Undefined for 404, which has no address
 * to share, and in the preview.
 */
export function cardData(standing: Standing, context: SiteContext) {
  const { entry, title, summary, address, counterpart, isSamePage } = standing;
  const { cards, facts } = context;
  if (!cards || entry.kind === "notFound") return undefined;
  const siteName = facts.site.name[entry.language];
  // Welcome stands for the whole site wherever it is shared.
  const shownTitle = entry.kind === "welcome" ? siteName : title;
  const card = planCard({ ...standing, title: shownTitle }, context, cards.colours);
  cards.add(card);
  return {
    type: entry.kind === "article" ? "article" : "website",
    siteName,
    title: shownTitle,
    summary,
    url: absoluteAddress(address, context),
    locale: locale[entry.language],
    otherLocale:
      counterpart !== undefined && isSamePage ? locale[otherLanguage(entry.language)] : undefined,
    image: absoluteAddress(`/${card.path}`, context),
    ...cardSize,
    alt: shownTitle === siteName ? siteName : `${shownTitle} · ${siteName}`,
    published: entry.archive ? undefined : entry.date?.written,
    modified: entry.updated?.written,
  };
}
