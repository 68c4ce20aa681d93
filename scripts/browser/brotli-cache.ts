import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

/** Compresses as hosts do that compress once and serve often: Brotli, quality 11. */
export type Brotli = (body: Buffer) => Promise<Buffer>;

/** A `Brotli` that remembers what it has compressed, so that only the first visit waits for it. */
export function brotliCache(): Brotli {
  const known = new Map<string, Promise<Buffer>>();
  return (body) => {
    const key = createHash("sha256").update(body).digest("hex");
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
