import { plainName } from "../../lib/files.ts";
import { formatPosition } from "../../lib/geography.ts";
import {
  type Card,
  type CardColours,
  cardKey,
  photographFrames,
} from "../../outputs/cards/card.ts";
import { cropRegion } from "../../photos/picture.ts";
import { cityPairs } from "./city-pairs.ts";
import { entryDateline } from "./entry-dateline.ts";
import type { Standing } from "./frame-data.ts";
import { measuredPhotograph } from "./measured-photograph.ts";
import type { PlannedCard } from "./planned-card.ts";
import type { SiteContext } from "./site-context.ts";

/** What a page's card shows, and where it will be; nothing is drawn and no file is read. */
export function planCard(
  standing: Standing,
  context: SiteContext,
  colours: CardColours,
): PlannedCard {
  const { entry, title, address } = standing;
  const { language } = entry;
  const { site } = context.facts;
  const port = (city: "liverpool" | "shanghai") => ({
    name: site.cities[city].name[language],
    written: formatPosition(site.cities[city], language),
    latitude: site.cities[city].latitude,
    longitude: site.cities[city].longitude,
  });
  const [from, to] = [port("liverpool"), port("shanghai")];
  const card: Card = {
    language,
    title,
    siteName: site.name[language],
    date: entryDateline(entry)?.text,
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
