/** A colour in sRGB, each channel 0–255. */
export type Colour = readonly [number, number, number];

/** Pixels of a scene: three bytes each, row by row. */
export interface Canvas {
  width: number;
  height: number;
  pixels: Uint8ClampedArray;
}

/** A part of a canvas; the far edges do not belong to it. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A black canvas. */
export function canvas(width: number, height: number): Canvas {
  return { width, height, pixels: new Uint8ClampedArray(width * height * 3) };
}

/** Paints a box: `shade` writes the channels of each of its pixels into `colour`. */
export function paint(
  { width, height, pixels }: Canvas,
  box: Box,
  shade: (x: number, y: number, colour: Float64Array) => void,
): void {
  const colour = new Float64Array(3);
  const right = Math.min(width, Math.ceil(box.right));
  const bottom = Math.min(height, Math.ceil(box.bottom));
  for (let y = Math.max(0, Math.floor(box.top)); y < bottom; y += 1) {
    for (let x = Math.max(0, Math.floor(box.left)); x < right; x += 1) {
      shade(x, y, colour);
      pixels.set(colour, (y * width + x) * 3);
    }
  }
}

/** Writes a colour between two into `target`: `share` 0 is the first, 1 the second. */
export function mix(target: Float64Array, from: Colour, to: Colour, share: number): void {
  target[0] = from[0] + (to[0] - from[0]) * share;
  target[1] = from[1] + (to[1] - from[1]) * share;
  target[2] = from[2] + (to[2] - from[2]) * share;
}

/** Multiplies a colour. */
export function lighten(colour: Float64Array, factor: number): void {
  colour[0] = (colour[0] ?? 0) * factor;
  colour[1] = (colour[1] ?? 0) * factor;
  colour[2] = (colour[2] ?? 0) * factor;
}
