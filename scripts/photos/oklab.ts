/** A colour in OKLab: lightness 0–1, and two axes of colour of about ±0.3 in sRGB. */
export interface Oklab {
  l: number;
  a: number;
  b: number;
}
