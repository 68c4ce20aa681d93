import type { Slot } from "./slot.ts";
import { slotWidthAt } from "./slot-width-at.ts";
import { densities, viewports } from "./viewports.ts";

/** Two widths nearer than this are one: the bytes saved are fewer than those of the longer `srcset`. */
const leastStep = 1.2;

/**
 * The widths in pixels that a slot asks for, ascending: each viewport at each density, never more than
 * `available` (the photograph's own pixels, after the crop). Of two that are close the wider one stays.
 */
export function candidateWidths(slot: Slot, available: number): number[] {
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
