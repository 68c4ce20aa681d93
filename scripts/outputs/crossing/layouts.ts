import type { Point } from "./projection.ts";

/** The waters named on the chart; the words come from the caller. */
export const waters = [
  "atlantic",
  "norwegianSea",
  "arctic",
  "barentsSea",
  "mediterranean",
  "blackSea",
  "caspian",
  "eastChinaSea",
  "pacific",
] as const;

/** See {@link waters}. */
export type Water = (typeof waters)[number];

/** The middle of a name's baseline in units of the drawing and, where the water is narrow, a turn in degrees. */
interface WaterLabel {
  readonly water: Water;
  readonly at: Point;
  readonly turn?: number;
}

/** Lines of text: their first baseline from a point, in units of the drawing. */
interface TextBlock {
  readonly at: Point;
  readonly anchor: "start" | "middle" | "end";
}

/** One way of setting the chart on the page. */
export interface Layout {
  readonly name: "wide" | "tall";
  /** Inside the neatline. */
  readonly width: number;
  readonly height: number;
  /** Between the neatline and the edge of the paper, where the scale and its figures stand. */
  readonly margin: number;
  readonly from: Point;
  readonly to: Point;
  /** Names of the ports, measured from their marks. */
  readonly fromLabel: TextBlock;
  readonly toLabel: TextBlock;
  /** Distance and time difference: along the course, or as lines of their own. */
  readonly summary: "along the course" | TextBlock;
  /** From one baseline to the next. */
  readonly leading: number;
  /** Kilometres between the figures beside the course, and how far from it they stand. */
  readonly run: { readonly every: number; readonly offset: Point };
  /** Degrees between the figures in the margin: longitude above and below, latitude at the sides. Absent: none. */
  readonly figures?: readonly [number, number];
  readonly rose: { readonly at: Point; readonly radius: number };
  readonly waters: readonly WaterLabel[];
}

/** Across the page; one unit is one CSS pixel in a column 1,200 pixels wide. */
const wide: Layout = {
  name: "wide",
  width: 1136,
  height: 424,
  margin: 32,
  from: [200, 184],
  to: [986, 226],
  fromLabel: { at: [-62, 4], anchor: "end" },
  toLabel: { at: [-14, 24], anchor: "end" },
  summary: "along the course",
  leading: 18,
  run: { every: 1000, offset: [0, -8] },
  figures: [15, 10],
  rose: { at: [88, 72], radius: 46 },
  waters: [
    { water: "atlantic", at: [66, 244] },
    { water: "norwegianSea", at: [312, 58] },
    { water: "barentsSea", at: [440, 66] },
    { water: "mediterranean", at: [170, 366] },
    { water: "blackSea", at: [384, 368] },
    { water: "caspian", at: [512, 374], turn: 80 },
    { water: "eastChinaSea", at: [1068, 232] },
    { water: "pacific", at: [1087, 278] },
  ],
};

/** For telephones: the course runs down the page. One unit is one CSS pixel at 360. */
const tall: Layout = {
  name: "tall",
  width: 338,
  height: 380,
  margin: 11,
  from: [62, 90],
  to: [280, 296],
  fromLabel: { at: [-44, -36], anchor: "start" },
  toLabel: { at: [-10, 18], anchor: "end" },
  summary: { at: [150, 232], anchor: "middle" },
  leading: 15,
  run: { every: 2000, offset: [-20, 12] },
  rose: { at: [98, 336], radius: 23 },
  waters: [
    { water: "atlantic", at: [82, 22] },
    { water: "arctic", at: [226, 86] },
  ],
};

/** The two that a page holds. */
export const layouts = { wide, tall } as const;
