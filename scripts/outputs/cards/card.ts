import type { Language } from "../../lib/language.ts";
import type { Position } from "../../lib/position.ts";

/** One of the two cities, as a card names it. */
export interface CardPort extends Position {
  readonly name: string;
  /** `53°24′N 2°59′W` */
  readonly written: string;
}

/** The colours of the chart, `#rrggbb`. */
export interface CardColours {
  readonly paper: string;
  readonly land: string;
  readonly shallow: string;
  readonly deep: string;
  readonly muted: string;
  readonly magenta: string;
}

/** Everything that a social card shows, but for its photographs. */
export interface Card {
  readonly language: Language;
  readonly title: string;
  readonly siteName: string;
  /** `28 May 2025`; undefined for pages without a date. */
  readonly date: string | undefined;
  readonly from: CardPort;
  readonly to: CardPort;
  /** Names that stay on one line of the title. */
  readonly unbroken: readonly string[];
  readonly colours: CardColours;
}
