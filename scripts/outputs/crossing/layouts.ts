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
export interface WaterLabel {
  readonly water: Water;
  readonly at: Point;
  readonly turn?: number;
  /** Its last word in a line of its own, where there is less room beside it than below. */
  readonly isBroken?: true;
  /** Left out where the chart is small: its letters are no smaller there, and would be on land. */
  readonly isFine?: true;
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
  /** Between the neatline and the edge of the frame, where the scale and its figures stand. */
  readonly margin: number;
  readonly from: Point;
  readonly to: Point;
  /** Names of the ports, measured from their marks. */
  readonly fromLabel: TextBlock;
  readonly toLabel: TextBlock;
  /** Distance and time difference: along the course, or as lines of their own. */
  readonly summary: "along the course" | TextBlock;
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
  width: 1132,
  height: 420,
  margin: 34,
  from: [200, 184],
  to: [986, 226],
  fromLabel: { at: [-54, 8], anchor: "end" },
  toLabel: { at: [-14, 28], anchor: "end" },
  summary: "along the course",
  run: { every: 1000, offset: [0, -8] },
  figures: [15, 10],
  rose: { at: [88, 72], radius: 46 },
  waters: [
    { water: "atlantic", at: [56, 236], isBroken: true },
    { water: "norwegianSea", at: [324, 58] },
    { water: "barentsSea", at: [440, 66], isFine: true },
    { water: "mediterranean", at: [170, 366], isFine: true },
    { water: "blackSea", at: [384, 368], isFine: true },
    { water: "caspian", at: [512, 374], turn: 80, isFine: true },
    { water: "eastChinaSea", at: [1066, 222], isBroken: true, isFine: true },
    { water: "pacific", at: [1088, 272], isBroken: true },
  ],
};

/** For telephones: the course runs down the page. One unit is one CSS pixel at 360. */
const tall: Layout = {
  name: "tall",
  width: 342,
  height: 384,
  margin: 9,
  from: [62, 90],
  to: [280, 296],
  fromLabel: { at: [-44, -40], anchor: "start" },
  toLabel: { at: [-10, 18], anchor: "end" },
  summary: { at: [144, 224], anchor: "middle" },
  run: { every: 2000, offset: [-20, 12] },
  rose: { at: [84, 340], radius: 23 },
  waters: [
    { water: "atlantic", at: [76, 22] },
    { water: "arctic", at: [226, 86] },
  ],
};

/** The two that a page holds. */
export const layouts = { wide, tall } as const;
