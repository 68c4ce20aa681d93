import type { Card, Frame } from "../../outputs/cards/card.ts";
import type { Region } from "../../photos/encode.ts";
import type { Original } from "../../photos/original.ts";

/** A social card that a page refers to, still to be drawn. */
export interface PlannedCard {
  /** Below `_site/`; it changes with everything that decides the bytes. */
  path: string;
  /** SHA-256 of all that. */
  key: string;
  card: Card;
  photographs: readonly { original: Original; region: Region; frame: Frame }[];
}
