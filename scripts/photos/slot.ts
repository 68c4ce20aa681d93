/** A width as a layout says it: `{ vw: 100, rem: -2 }` is `calc(100vw - 2rem)`. */
export interface SlotWidth {
  /** Hundredths of the viewport's width. */
  vw?: number;
  /** Root ems, 16 CSS pixels each as browsers count them in `sizes`. */
  rem?: number;
}

/** How wide a slot is from one width of the viewport on. */
export interface SlotStep {
  /** Least width of the viewport, in root ems, as in the layout's media query. */
  from: number;
  width: SlotWidth;
}

/** A place in a layout that holds photographs. `sizes` and all widths follow from it. */
export interface Slot {
  /** From the narrowest viewport (`from: 0`) to the widest. */
  steps: readonly [SlotStep, ...SlotStep[]];
  /** Width by height of the crop around the focal point; without it the whole photograph is shown. */
  ratio?: number;
}
