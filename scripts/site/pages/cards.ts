import type { Facts } from "../../content/facts.ts";
import { absoluteAddress } from "../../lib/addresses.ts";
import { plainName } from "../../lib/files.ts";
import { formatPosition } from "../../lib/geography.ts";
import { type Language, languages, otherLanguage } from "../../lib/languages.ts";
import { type Card, cardKey, cardSize, photographFrames } from "../../outputs/cards/card.ts";
import { cropOriginal } from "../../photos/encode.ts";
import type { PlannedPicture } from "../../photos/make.ts";
import { readMeasured } from "../../photos/original.ts";
import { cropRegion } from "../../photos/picture.ts";
import {
  measuredPhotograph,
  type Page,
  type PlannedCard,
  type SiteContext,
  type Standing,
} from "./context.ts";
import { eventTimes } from "./event-times.ts";
import { entryDateline } from "./words.ts";

/** Language and territory, as https://ogp.me/#optional has them. */
const locale: Readonly<Record<Language, string>> = { en: "en_GB", zh: "zh_CN" };

/**
 * How a page shows where it is shared: the properties of Open Graph, https://ogp.me/, which also
 * other services read. Plans the card that goes with it. Undefined for 404, which has no address
 * to share, and in the preview.
 */
export function cardData(standing: Standing, context: SiteContext) {
  const { entry, summary, address, counterpart, isSamePage } = standing;
  const planned = planCard(standing, context);
  if (!planned) return undefined;
  const { siteName, title: shownTitle } = planned.card;
  const isArticle = entry.kind === "article";
  return {
    type: isArticle ? "article" : "website",
    siteName,
    title: shownTitle,
    summary,
    url: absoluteAddress(address, context),
    locale: locale[entry.language],
    otherLocale:
      counterpart !== undefined && isSamePage ? locale[otherLanguage(entry.language)] : undefined,
    image: absoluteAddress(`/${planned.path}`, context),
    ...cardSize,
    alt: shownTitle === siteName ? siteName : `${shownTitle} · ${siteName}`,
    published: isArticle && !entry.archive ? entry.date?.written : undefined,
    modified: entry.updated?.written,
  };
}

/** What a page's card shows, and where it will be; nothing is drawn and no file is read. */
export function planCard(standing: Standing, context: SiteContext): PlannedCard | undefined {
  const { entry, title, address } = standing;
  const { language, kind, event } = entry;
  const { site } = context.facts;
  const colours = context.cardColours;
  if (!colours || kind === "notFound") return undefined;
  const siteName = site.name[language];
  const port = (city: "liverpool" | "shanghai") => ({
    name: site.cities[city].name[language],
    written: formatPosition(site.cities[city], language),
    latitude: site.cities[city].latitude,
    longitude: site.cities[city].longitude,
  });
  const [from, to] = [port("liverpool"), port("shanghai")];
  const card: Card = {
    language,
    // Welcome stands for the whole site wherever it is shared.
    title: kind === "welcome" ? siteName : title,
    siteName,
    date: (event ? eventTimes(event, language, context.facts).days : entryDateline(entry))?.text,
    from,
    to,
    unbroken: [...cityPairs(context.facts), from.name, to.name],
    colours,
  };
  const photographs = photographsOf(standing, context);
  const key = cardKey(
    card,
    photographs.map(({ original, region }) => ({ sha256: original.sha256, region })),
  );
  return {
    path: `cards/${plainName(address) || "welcome"}.${key.slice(0, 10)}.jpg`,
    key,
    card,
    photographs,
  };
}

/** Welcome's two, or the one of the front matter. */
function photographsOf({ entry }: Standing, context: SiteContext): PlannedCard["photographs"] {
  const named = entry.screens?.map(({ photo }) => photo) ?? (entry.photo ? [entry.photo] : []);
  const frames = photographFrames(named.length);
  return named.flatMap(({ written, alt }, index) => {
    const frame = frames[index];
    if (!frame) return [];
    const original = context.originalOf(entry.source, written);
    const photograph = measuredPhotograph({ original, alt }, context);
    const ratio = frame.width / frame.height;
    const region = cropRegion(photograph.original, photograph.record.focus, ratio);
    return [{ original: photograph.original, region, frame }];
  });
}

/** A page's social card as a picture to make, its photographs from their originals below `root`. */
export function cardPicture(
  { path, key }: Pick<PlannedCard, "path" | "key">,
  page: Page,
  root: string,
): PlannedPicture {
  return {
    path,
    key,
    async make() {
      const { card, photographs } = page.card() ?? assertCard(page);
      // HarfBuzz and the map are not worth their start to a build that has all cards.
      const { drawCard } = await import("../../outputs/cards/draw.ts");
      const cropped = await Promise.all(
        photographs.map(async ({ original, region, frame }) => {
          const crop = await cropOriginal(await readMeasured(root, original), region, frame);
          return crop.png({ compressionLevel: 0 }).toBuffer();
        }),
      );
      return drawCard(card, cropped);
    },
  };
}

function assertCard({ output }: Page): never {
  throw new Error(`${output} has no card`);
}

/** The two cities' names in one word, 利物浦—上海: wherever a title is set, it stays on one line. */
export function cityPairs({ site: { cities } }: Facts): string[] {
  return languages.map(
    (language) => `${cities.liverpool.name[language]}—${cities.shanghai.name[language]}`,
  );
}
