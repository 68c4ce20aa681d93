/** The screens that widths are made for: a phone, a tablet, a laptop, a large monitor, in CSS pixels. */
export const viewports: readonly number[] = [390, 768, 1280, 1920];

/** Device pixels per CSS pixel. A third one is not worth its bytes: the eye sees no difference in photographs. */
export const densities: readonly number[] = [1, 2];
