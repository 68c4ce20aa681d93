/**
 * The slots of the layouts, each described once. A number changes here together with the style sheet
 * of the slot; `sizes`, the widths encoded and the crops all follow.
 */
const slots = {
  /**
   * Welcome's two screens: a row that scrolls, side by side from 44rem, no wider from 104rem. What is
   * taken off is the gutters, the band beside each photograph and, in the row, the peek of the other.
   */
  screen: {
    steps: [
      { from: 0, width: { vw: 100, rem: -6.525 } },
      { from: 44, width: { vw: 46, rem: -3.925 } },
      { from: 104, width: { rem: 43.6 } },
    ],
    ratio: 4 / 5,
    first: true,
  },
  /** A photograph in an article: as wide as the page, beside which dates soon stand. */
  article: {
    steps: [
      { from: 0, width: { vw: 100, rem: -2.4 } },
      { from: 30, width: { vw: 92 } },
      { from: 64, width: { vw: 89.75, rem: -14.55 } },
      { from: 104, width: { rem: 78.5 } },
    ],
  },
  /** The small picture beside a notice in a list; one shape, so that lists stay in line. */
  notice: {
    steps: [
      { from: 0, width: { rem: 7.5 } },
      { from: 44, width: { rem: 10.5 } },
    ],
    ratio: 3 / 2,
  },
  /**
   * One of two photographs side by side in an article, below each other where each would have less than
   * 15rem. One shape, so that pictures and captions stay in line, and captions have a measure to be read
   * in, which a portrait of equal height gives none; of the common shapes 4 by 3 takes the least away.
   * What must be seen whole stands alone; feeds show all of it.
   */
  pair: {
    steps: [
      { from: 0, width: { vw: 100, rem: -2.4 } },
      { from: 33.8, width: { vw: 46, rem: -0.55 } },
      { from: 64, width: { vw: 44.875, rem: -7.825 } },
      { from: 104, width: { rem: 38.7 } },
    ],
    ratio: 4 / 3,
  },
} as const satisfies Record<string, Slot>;

export type SlotName = keyof typeof slots;

export const slotNames = Object.keys(slots) as SlotName[];

/** A width as a layout says it: `{ vw: 100, rem: -2 }` is `calc(100vw - 2rem)`. */
interface SlotWidth {
  /** Hundredths of the viewport's width. */
  vw?: number;
  /** Root ems, 16 CSS pixels each as browsers count them in `sizes`. */
  rem?: number;
}

/** How wide a slot is from one width of the viewport on. */
interface SlotStep {
  /** Least width of the viewport, in root ems, as in the layout's media query. */
  from: number;
  width: SlotWidth;
}

/** A place in a layout that holds photographs. `sizes` and all widths follow from it. */
interface Slot {
  /** From the narrowest viewport (`from: 0`) to the widest. */
  steps: readonly [SlotStep, ...SlotStep[]];
  /** Width by height of the crop around the focal point; without it the whole photograph is shown. */
  ratio?: number;
  /** It is what a first visit waits for: its narrowest file, a telephone's, may lose more. */
  first?: boolean;
}

/**
 * The slot of a name: the ratio of its crop, and what a photograph needs that shows `width` × `height` of
 * its own pixels there, namely the widths to make, which of them is urgent, its `sizes` attribute, the class
 * of its shape, and how wide it is shown at most, in CSS pixels.
 */
export function slotNamed(name: SlotName) {
  const slot: Slot = slots[name];
  const fit = (shown: { width: number; height: number }) => {
    const widths = candidateWidths(slot, shown.width);
    const shape = slot.ratio === undefined ? shapeOf(shown.width / shown.height) : undefined;
    return {
      widths,
      urgent: slot.first ? widths[0] : undefined,
      sizes: [...(shape ? [heldSize(slot, shape)] : []), ...sizesOf(slot)].join(", "),
      shapeClass: shape?.className,
      widest: Math.min(widestOf(slot), shape ? shape.vh * highWindow : Number.POSITIVE_INFINITY),
    };
  };
  return { ratio: slot.ratio, fit };
}

/** Hundredths of the window's height that a whole photograph takes at most: its caption is seen with it. */
const tallest = 85;

/** A hundredth of a high window, in CSS pixels. */
const highWindow = 12;

/**
 * The shapes, width by height, that are held to it: those of cameras and telephones. A class each, since
 * a style sheet cannot read a ratio, and no page has inline styles.
 */
const shapes = [3 / 2, 4 / 3, 1, 4 / 5, 3 / 4, 2 / 3, 9 / 16, 9 / 20, 1 / 3, 1 / 4].map(
  (ratio, index) => ({ ratio, className: `shape-${index}`, vh: Math.round(tallest * ratio) }),
);

/** The widest shape that a photograph is not narrower than, but for odd pixels. */
function shapeOf(ratio: number) {
  // Few windows of a computer are too low for a wider one; what is narrower, such as the picture of a
  // whole web page, is read from its head down.
  return ratio * 1.01 < 16 / 9 ? shapes.find((shape) => shape.ratio <= ratio * 1.01) : undefined;
}

/** The style rules of the shapes, the same in every build: `.shape-0{max-inline-size:…}` and so on. */
export function shapeStyles(): string {
  return shapes
    .map(({ className, vh }) => `.${className}{max-inline-size:min(100%,${vh}svh)}`)
    .join("\n");
}

/**
 * What comes first in `sizes` for a shape: its width in windows that are too low for the slot's. How wide
 * that is changes with the window, so up to a fifth too much is said in a few of them. Not `min()`, for which
 * Safari before 26.4 takes the largest file, https://bugs.webkit.org/show_bug.cgi?id=304915
 */
function heldSize(slot: Slot, { vh }: (typeof shapes)[number]): string {
  const lower = Math.round((100 * widestOf(slot)) / vh);
  return `(min-aspect-ratio: ${vh}/${usualShare}) and (max-height: ${lower}px) ${vh}vh`;
}

/** Hundredths of the window's width that a whole photograph has, between the most (92) and the least (67). */
const usualShare = 78;

/**
 * Telephones have up to four device pixels per CSS pixel. Two thirds of them are asked for: a third one is
 * not worth its bytes, the eye sees no difference in photographs. A window that is zoomed has as many, but
 * a mouse.
 */
const dense = { media: "(min-resolution: 2.5dppx) and (pointer: coarse)", share: 2 / 3 };

/** The widest viewport first, since browsers take the first that fits. */
function sizesOf({ steps }: Slot): string[] {
  return steps
    .flatMap(({ from, width }) =>
      from === 0
        ? [css(width), `${dense.media} ${css(width, dense.share)}`]
        : [`(min-width: ${from}rem) ${css(width)}`],
    )
    .reverse();
}

function css({ vw = 0, rem = 0 }: SlotWidth, share = 1): string {
  const [wide, more] = [`${rounded(vw * share)}vw`, `${rounded(Math.abs(rem) * share)}rem`];
  if (vw === 0) return more;
  if (rem === 0) return wide;
  return `calc(${wide} ${rem < 0 ? "-" : "+"} ${more})`;
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}

const pixelsPerRem = 16;

/** Width of a slot in CSS pixels at a viewport's width in CSS pixels. */
function slotWidthAt(slot: Slot, viewport: number): number {
  const step = slot.steps.findLast(({ from }) => from * pixelsPerRem <= viewport) ?? slot.steps[0];
  const { vw = 0, rem = 0 } = step.width;
  return (vw / 100) * viewport + rem * pixelsPerRem;
}

/**
 * The screens that widths are made for, in CSS pixels: telephones, a laptop of 1.25, and monitors of one
 * and two device pixels per CSS pixel. Browsers take the smallest file that has enough pixels, the next
 * below is never enough (measured with Chromium 156 and Firefox 153); a width pays that is just enough for
 * screens that many people have.
 */
const screens: readonly { viewport: number; density: number }[] = [
  { viewport: 393, density: 2 },
  { viewport: 1536, density: 1.25 },
  { viewport: 1920, density: 1 },
  { viewport: 1920, density: 2 },
];

/** Width of a slot on the screen where it is widest, in CSS pixels. */
function widestOf(slot: Slot): number {
  return Math.ceil(Math.max(...screens.map(({ viewport }) => slotWidthAt(slot, viewport))));
}

/** Two widths nearer than this are one: the bytes saved are not worth two files and a longer `srcset`. */
const leastStep = 1.15;

/**
 * Widths in pixels, ascending: one for each screen, never more than `available` (the photograph's own
 * pixels, after the crop). Of two that are close the wider one stays.
 */
function candidateWidths(slot: Slot, available: number): number[] {
  const wanted = screens.map(({ viewport, density }) =>
    Math.ceil(slotWidthAt(slot, viewport) * density),
  );
  const widths: number[] = [];
  for (const width of wanted.map((each) => Math.min(each, available)).sort((a, b) => b - a)) {
    const wider = widths[0];
    if (wider === undefined || wider / width >= leastStep) widths.unshift(width);
  }
  return widths;
}
