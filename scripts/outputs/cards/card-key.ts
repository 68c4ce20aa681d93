import sharp from "sharp";
import { compareCodeUnits } from "../../lib/compare-code-units.ts";
import { sha256 } from "../../lib/sha256.ts";
import type { Card } from "./card.ts";
import { packageVersion } from "./package-version.ts";

/** A photograph on a card: which one, and which part of it. */
export interface CardPhotograph {
  /** SHA-256 of the original's bytes. */
  readonly sha256: string;
  /** Pixels of the upright original. */
  readonly region: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
}

/** Raise it when cards are drawn differently in a way that their words and versions do not show. */
const revision = 1;

/** What the letters, the coasts and the way from font to outline come from. */
const packages = [
  "@fontsource-variable/newsreader",
  "@fontsource/noto-serif-sc",
  "subset-font",
  "harfbuzzjs",
  "world-atlas",
  "topojson-client",
  "d3-geo",
];

let tools: string | undefined;

/** SHA-256 of all that decides a card's bytes; nothing is drawn for it. */
export function cardKey(card: Card, photographs: readonly CardPhotograph[]): string {
  tools ??= hash([
    ...packages.map((name) => [name, packageVersion(name)]),
    ...Object.entries(sharp.versions).sort(([a], [b]) => compareCodeUnits(a, b)),
  ]);
  const { language, title, siteName, date, from, to, unbroken, colours } = card;
  const { paper, land, shallow, deep, muted, magenta } = colours;
  return hash([
    revision,
    [language, title, siteName, date, unbroken],
    [from, to].map(({ name, written, latitude, longitude }) => [
      name,
      written,
      latitude,
      longitude,
    ]),
    [paper, land, shallow, deep, muted, magenta],
    photographs.map(({ sha256, region }) => [
      sha256,
      region.left,
      region.top,
      region.width,
      region.height,
    ]),
    tools,
  ]);
}

function hash(recipe: unknown): string {
  return sha256(JSON.stringify(recipe));
}
