import type { Slot } from "./slot.ts";

/**
 * The slots of the layouts, each described once. A number changes here together with the style sheet
 * of the slot; `sizes`, the widths encoded and the crops all follow.
 */
export const slots = {
  /** Welcome's two screens: one above the other, side by side from 60rem. */
  screen: {
    steps: [
      { from: 0, width: { vw: 100 } },
      { from: 60, width: { vw: 50 } },
    ],
  },
  /** A photograph in running text: the full measure. */
  article: {
    steps: [
      { from: 0, width: { vw: 100 } },
      { from: 44, width: { rem: 44 } },
    ],
  },
  /** The small picture beside a notice in a list; one shape, so that lists stay in line. */
  notice: {
    steps: [{ from: 0, width: { rem: 9 } }],
    ratio: 3 / 2,
  },
} as const satisfies Record<string, Slot>;

export type SlotName = keyof typeof slots;
