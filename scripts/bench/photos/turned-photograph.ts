import sharp from "sharp";

/** So many photographs are painted, at two seconds each; further ones are these, turned. */
export const painted = 12;

/**
 * Photograph `number`, above `painted`: one of the painted ones in a mirror, upside down, or both. It
 * costs an encoder what that one costs, and no cache knows it.
 *
 * @param fileOf where a painted one lies
 */
export async function turnedPhotograph(
  number: number,
  fileOf: (number: number) => string,
): Promise<Buffer> {
  const turn = Math.floor((number - 1) / painted) % 4;
  const image = sharp(fileOf(((number - 1) % painted) + 1));
  return image
    .flop((turn & 1) === 1)
    .flip((turn & 2) === 2)
    .jpeg({ quality: 90 })
    .toBuffer();
}
