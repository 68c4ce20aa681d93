import type { Card } from "../../../../scripts/outputs/cards/card.ts";

const colours = {
  paper: "#f8f4e9",
  land: "#eaddb6",
  shallow: "#d3e4ea",
  deep: "#12303f",
  muted: "#4d5b65",
  magenta: "#9b1b5a",
};

/** A card in English, in all but what the test is about. */
export function someCard(own: Partial<Card> = {}): Card {
  return {
    language: "en",
    title: "Two Cities, One Sea",
    siteName: "The Twinning of the Cities of Liverpool and Shanghai",
    date: undefined,
    from: {
      name: "Liverpool",
      written: "53°24′N 2°59′W",
      latitude: 53.4047,
      longitude: -2.9963,
    },
    to: { name: "Shanghai", written: "31°14′N 121°29′E", latitude: 31.24, longitude: 121.49 },
    unbroken: ["利物浦—上海"],
    colours,
    ...own,
  };
}
