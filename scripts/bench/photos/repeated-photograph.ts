import { readFile } from "node:fs/promises";

/** So many photographs are painted, at two seconds each; further ones are these again. */
export const painted = 12;

/** https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.2.4.5: a comment; after it, its length, itself counted. */
const commentMarker = 0xfffe;

/**
 * Photograph `number`, above `painted`: a painted one with a comment, so that it costs an encoder what
 * that one costs, and no cache knows it.
 *
 * @param fileOf where a painted one lies
 */
export async function repeatedPhotograph(
  number: number,
  fileOf: (number: number) => string,
): Promise<Buffer> {
  const photograph = await readFile(fileOf(((number - 1) % painted) + 1));
  const comment = Buffer.alloc(6);
  comment.writeUInt16BE(commentMarker, 0);
  comment.writeUInt16BE(4, 2);
  comment.writeUInt16BE(number, 4);
  // After the two bytes that begin every JPEG.
  return Buffer.concat([photograph.subarray(0, 2), comment, photograph.subarray(2)]);
}
