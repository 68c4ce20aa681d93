import type { Slot, SlotWidth } from "./slot.ts";

/** The `sizes` attribute of a slot: the widest viewport first, since browsers take the first that fits. */
export function sizesAttribute(slot: Slot): string {
  return slot.steps
    .map(({ from, width }) => (from === 0 ? css(width) : `(min-width: ${from}rem) ${css(width)}`))
    .reverse()
    .join(", ");
}

function css({ vw = 0, rem = 0 }: SlotWidth): string {
  if (vw === 0) return `${rem}rem`;
  if (rem === 0) return `${vw}vw`;
  return `calc(${vw}vw ${rem < 0 ? "-" : "+"} ${Math.abs(rem)}rem)`;
}
