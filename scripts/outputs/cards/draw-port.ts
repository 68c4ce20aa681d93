import type { CardColours } from "./card.ts";

/** The mark of a port: a circle with a dot. */
export function drawPort(x: number, y: number, { paper, deep }: CardColours): string {
  return `<circle cx="${x}" cy="${y}" r="8" fill="${paper}" stroke="${deep}" stroke-width="2.5"/><circle cx="${x}" cy="${y}" r="2.5"/>`;
}
