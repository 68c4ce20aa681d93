import sharp from "sharp";

/** Pixels. As of the drawing's own media query, which browsers read and librsvg does not. */
const simpleUpTo = 32;

/** Shows the simple strokes of the drawing, class `s`, in place of the full ones, class `f`. */
const simple = "<style>.f{display:none}.s{display:inline}</style></svg>";

/**
 * Draws an SVG whose edges are all of one colour as a square PNG.
 *
 * @param size pixels a side
 * @param margin part of the side that is left on each edge, in the colour of the drawing's own edges
 * @throws if it cannot be read as SVG
 */
export async function drawIcon(svg: string, size: number, margin = 0): Promise<Buffer> {
  const edge = Math.round(size * margin);
  const inner = size - 2 * edge;
  const source = Buffer.from(inner > simpleUpTo ? svg : svg.replace(/<\/svg>\s*$/, simple));
  const { width, density } = await sharp(source).metadata();
  // Drawn at its size, and not scaled to it.
  return sharp(source, { density: ((density ?? 72) * inner) / width })
    .resize(inner, inner)
    .extend({ top: edge, bottom: edge, left: edge, right: edge, extendWith: "copy" })
    .png({ compressionLevel: 9 })
    .toBuffer();
}
