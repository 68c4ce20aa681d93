import subsetFont from "subset-font";

/** A font out of its WOFF2 wrapping, all glyphs kept, for reading its tables. */
export function unpackFont(
  font: Buffer,
  axes: Readonly<Record<string, number>> = {},
): Promise<Buffer> {
  return subsetFont(font, undefined, {
    keepAllGlyphs: true,
    targetFormat: "sfnt",
    variationAxes: { ...axes },
  });
}
