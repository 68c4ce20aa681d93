/** A rectangle on the card, in pixels. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Twice the 600 × 315 that previews are shown at: https://developers.facebook.com/docs/sharing/webmasters/images */
export const cardSize = { width: 1200, height: 630 } as const;

/** Inside the neatline. */
export const sheet: Frame = { left: 28, top: 28, width: 1144, height: 574 };

/** Where the picture begins: the right part of the sheet. */
export const panel: Frame = { left: 704, top: 28, width: 468, height: 574 };

/** The column of text to the left of it. */
export const column: Frame = { left: 72, top: 60, width: 588, height: 502 };

/** What stands above the title in the column, and below it. */
const heights = { cartouche: 118, date: 46, course: 64 } as const;

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

/** Where the title stands, from the top of its tallest letter to the foot of its lowest. */
export function titleFrame(around: {
  below: "border" | "cartouche";
  dated: boolean;
  course: boolean;
}): Frame {
  const above =
    (around.below === "cartouche" ? heights.cartouche : 0) + (around.dated ? heights.date : 0);
  const below = around.course ? heights.course : 0;
  return { ...column, top: column.top + above, height: column.height - above - below };
}
