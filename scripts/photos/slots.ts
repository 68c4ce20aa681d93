import type { Slot } from "./slot.ts";

/**
 * The slots of the layouts, each described once. A number changes here together with the style sheet
 * of the slot; `sizes`, the widths encoded and the crops all follow.
 */
export const slots = {
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
