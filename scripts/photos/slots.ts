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
      { from: 0, width: { vw: 100, rem: -6.25 } },
      { from: 44, width: { vw: 46, rem: -3.75 } },
      { from: 104, width: { rem: 44.1 } },
    ],
    ratio: 4 / 5,
  },
  /** A photograph in an article: as wide as the page, then as the column of text. */
  article: {
    steps: [
      { from: 0, width: { vw: 92 } },
      { from: 56.5, width: { rem: 52 } },
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
} as const satisfies Record<string, Slot>;

export type SlotName = keyof typeof slots;

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
}

/**
 * The slot of a name: the ratio of its crop, the widths that it asks for, and its `sizes` attribute, the
 * widest viewport first, since browsers take the first that fits.
 */
export function slotNamed(name: SlotName) {
  const slot: Slot = slots[name];
  const sizes = slot.steps
    .map(({ from, width }) => (from === 0 ? css(width) : `(min-width: ${from}rem) ${css(width)}`))
    .reverse()
    .join(", ");
  const widths = (available: number) => candidateWidths(slot, available);
  return { ratio: slot.ratio, sizes, widths };
}

function css({ vw = 0, rem = 0 }: SlotWidth): string {
  if (vw === 0) return `${rem}rem`;
  if (rem === 0) return `${vw}vw`;
  return `calc(${vw}vw ${rem < 0 ? "-" : "+"} ${Math.abs(rem)}rem)`;
}

const pixelsPerRem = 16;

/** Width of a slot in CSS pixels at a viewport's width in CSS pixels. */
function slotWidthAt(slot: Slot, viewport: number): number {
  const step = slot.steps.findLast(({ from }) => from * pixelsPerRem <= viewport) ?? slot.steps[0];
  const { vw = 0, rem = 0 } = step.width;
  return (vw / 100) * viewport + rem * pixelsPerRem;
}

/** The screens that widths are made for: a phone, a tablet, a laptop, a large monitor, in CSS pixels. */
const viewports: readonly number[] = [390, 768, 1280, 1920];

/** Device pixels per CSS pixel. A third one is not worth its bytes: the eye sees no difference in photographs. */
const densities: readonly number[] = [1, 2];

/** Two widths nearer than this are one: the bytes saved are fewer than those of the longer `srcset`. */
const leastStep = 1.2;

/**
 * Widths in pixels, ascending: each viewport at each density, never more than `available` (the
 * photograph's own pixels, after the crop). Of two that are close the wider one stays.
 */
function candidateWidths(slot: Slot, available: number): number[] {
  const wanted = viewports.flatMap((viewport) =>
    densities.map((density) => Math.ceil(slotWidthAt(slot, viewport) * density)),
  );
  const widths: number[] = [];
  for (const width of wanted.map((each) => Math.min(each, available)).sort((a, b) => b - a)) {
    const wider = widths[0];
    if (wider === undefined || wider / width >= leastStep) widths.unshift(width);
  }
  return widths;
}
