import type { Slot } from "./slot.ts";

const pixelsPerRem = 16;

/** Width of a slot in CSS pixels at a viewport's width in CSS pixels. */
export function slotWidthAt(slot: Slot, viewport: number): number {
  const step = slot.steps.findLast(({ from }) => from * pixelsPerRem <= viewport) ?? slot.steps[0];
  const { vw = 0, rem = 0 } = step.width;
  return (vw / 100) * viewport + rem * pixelsPerRem;
}
