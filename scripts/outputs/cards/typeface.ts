import { Blob, Buffer, Direction, Face, Feature, Font, shape, Variation } from "harfbuzzjs";

/** A glyph where a text puts it, in parts of the font size, y downwards. */
export interface Glyph {
  /** SVG path data in units of the font, y upwards. */
  readonly outline: string;
  /** Parts of the font size that a unit of the outline is. */
  readonly unit: number;
  readonly x: number;
  readonly y: number;
  /** What it blackens, from its own place: left, top, right, bottom. None for a space. */
  readonly ink: readonly [number, number, number, number] | undefined;
}

/** A shaped piece of text. */
export interface Shaped {
  readonly glyphs: readonly Glyph[];
  readonly width: number;
}

/** A font file, ready to set text from left to right as outlines. */
export interface Typeface {
  has(character: string): boolean;
  shape(text: string): Shaped;
}

/**
 * Opens a font. No system font and no system text engine has a part in it, so that every machine
 * draws the same.
 *
 * @param font sfnt
 * @param weight where the font has the axis
 */
export function openTypeface(font: Uint8Array, weight?: number): Typeface {
  const face = new Face(new Blob(font));
  const sized = new Font(face);
  if (weight !== undefined) sized.setVariations([new Variation("wght", weight)]);
  const unit = 1 / face.upem;
  // Figures in titles are as wide as they are, not as wide as in tables.
  const features = [new Feature("pnum", 1)];
  const buffer = new Buffer();
  return {
    has: (character) => sized.nominalGlyph(character.codePointAt(0) ?? 0) !== undefined,
    shape(text) {
      buffer.reset();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      buffer.setDirection(Direction.LTR);
      shape(sized, buffer, features);
      const positions = buffer.getGlyphPositions();
      let pen = 0;
      const glyphs = buffer.getGlyphInfos().map(({ codepoint: glyph }, index) => {
        const { xAdvance, xOffset, yOffset } = positions[index] ?? noAdvance;
        const extents = sized.glyphExtents(glyph);
        const placed = {
          outline: sized.glyphToPath(glyph),
          unit,
          x: (pen + xOffset) * unit,
          y: -yOffset * unit,
          ink: extents && inkOf(extents, unit),
        };
        pen += xAdvance;
        return placed;
      });
      return { glyphs, width: pen * unit };
    },
  };
}

const noAdvance = { xAdvance: 0, xOffset: 0, yOffset: 0 };

/** HarfBuzz measures from the top left upwards: heights are negative. */
function inkOf(
  {
    xBearing,
    yBearing,
    width,
    height,
  }: Record<"xBearing" | "yBearing" | "width" | "height", number>,
  unit: number,
): Glyph["ink"] {
  if (width === 0 || height === 0) return undefined;
  return [
    xBearing * unit,
    -yBearing * unit,
    (xBearing + width) * unit,
    -(yBearing + height) * unit,
  ];
}
