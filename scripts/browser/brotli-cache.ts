import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { sha256 } from "../lib/sha256.ts";

const compress = promisify(brotliCompress);

/** Compresses as hosts do that compress once and serve often: Brotli, quality 11. */
export type Brotli = (body: Buffer) => Promise<Buffer>;

/** A `Brotli` that remembers what it has compressed, so that only the first visit waits for it. */
export function brotliCache(): Brotli {
  const known = new Map<string, Promise<Buffer>>();
  return (body) => {
    const key = sha256(body);
    const compressed =
      known.get(key) ??
      compress(body, {
        params: {
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      });
    known.set(key, compressed);
    return compressed;
  };
}
