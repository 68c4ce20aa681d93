/** A part of a picture, in whole pixels from the left and top edge. */
export interface Region {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * The largest part of a picture with a ratio of width to height, its middle as near the focal point
 * (fractions from the left and top edge) as the edges allow. Without a ratio the whole picture.
 */
export function cropRegion(
  picture: { width: number; height: number },
  focus: { x: number; y: number },
  ratio = picture.width / picture.height,
): Region {
  const width = Math.max(1, Math.min(picture.width, Math.round(picture.height * ratio)));
  const height = Math.max(1, Math.min(picture.height, Math.round(picture.width / ratio)));
  return {
    left: within(focus.x * picture.width - width / 2, picture.width - width),
    top: within(focus.y * picture.height - height / 2, picture.height - height),
    width,
    height,
  };
}

function within(start: number, last: number): number {
  return Math.min(Math.max(Math.round(start), 0), last);
}
