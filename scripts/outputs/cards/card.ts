import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import sharp from "sharp";
import { sha256 } from "../../lib/files.ts";
import type { Position } from "../../lib/geography.ts";
import type { Language } from "../../lib/languages.ts";
import { compareCodeUnits } from "../../lib/lists.ts";

/** One of the two cities, as a card names it. */
interface CardPort extends Position {
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

/** A photograph on a card: which one, and which part of it. */
interface CardPhotograph {
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
const revision = 2;

/** What the letters, the coasts and the way from font to outline come from. */
const packages = [
  "@expo-google-fonts/newsreader",
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

/**
 * The version of an installed package, also of one that does not export its `package.json`.
 *
 * @throws Error if it is not installed
 */
function packageVersion(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const file = folders.map((folder) => path.join(folder, name, "package.json")).find(existsSync);
  if (!file) throw new Error(`the package ${name} is not installed`);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

/** A rectangle on the card, in pixels. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Twice the 600 × 315 that previews are shown at: https://developers.facebook.com/docs/sharing/webmasters/images */
export const cardSize = { width: 1200, height: 630 } as const;

/** Where the picture begins: the right part of the sheet. */
export const panel: Frame = { left: 704, top: 28, width: 468, height: 574 };

/** The column of text to the left of it. */
export const column: Frame = { left: 72, top: 60, width: 588, height: 502 };

const gutter = 8;

/** Where the photographs of a card stand: one in the whole panel, or two side by side. */
export function photographFrames(count: number): Frame[] {
  const width = (panel.width - gutter * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => ({
    ...panel,
    left: panel.left + index * (width + gutter),
    width,
  }));
}
