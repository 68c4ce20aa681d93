import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** A way in which hosts send compressed files. */
export interface Encoding {
  /** What a host looks for beside a file: `gzip_static` and `brotli_static` of nginx, Caddy alike. */
  ending: ".br" | ".gz";
  /** All that decides the compressed bytes besides the file's own. */
  recipe: string;
  encode: (bytes: Buffer) => Promise<Buffer>;
}

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Byte of a gzip header that names the system it was made on, and its value for “unknown”: RFC 1952, section 2.3. */
const systemByte = 9;
const unknownSystem = 255;

/** Both at their highest quality: files are compressed once and sent often. */
export const encodings: readonly Encoding[] = [
  {
    ending: ".br",
    recipe: `text, quality 11, brotli ${process.versions.brotli}`,
    encode: (bytes) =>
      brotliAsync(bytes, {
        params: {
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
  },
  {
    ending: ".gz",
    recipe: `level 9, zlib ${process.versions.zlib}`,
    async encode(bytes) {
      // zlib leaves the time of the header at 0.
      const compressed = await gzipAsync(bytes, { level: constants.Z_BEST_COMPRESSION });
      compressed[systemByte] = unknownSystem;
      return compressed;
    },
  },
];
