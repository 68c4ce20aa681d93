import type { CardColours } from "../../outputs/cards/card.ts";
import type { PlannedCard } from "./planned-card.ts";

/** Notes the card of each page. A new one for every build. */
export interface CardCollector {
  colours: CardColours;
  add(card: PlannedCard): void;
  /** In the order of the pages. */
  all(): PlannedCard[];
}

/** An empty collector. */
export function cardCollector(colours: CardColours): CardCollector {
  const cards = new Map<string, PlannedCard>();
  return {
    colours,
    add(card) {
      cards.set(card.path, card);
    },
    all: () => [...cards.values()],
  };
}
