/** A colour in sRGB, each channel 0–255. */
export interface Rgb {
  r: number;
  g: number;
  b: number;
}
