// subset-font 2.9 ships no types; this is the part of its README that is used here.
declare module "subset-font" {
  interface Options {
    targetFormat?: "sfnt" | "woff2";
    keepFeatures?: string[];
    variationAxes?: Record<string, number | { min: number; max: number; default?: number }>;
    keepAllGlyphs?: boolean;
  }
  export default function subsetFont(
    font: Buffer,
    text: string | undefined,
    options?: Options,
  ): Promise<Buffer>;
}
