import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { isCompressible } from "../lib/addresses.ts";
import { ifThere, runBounded, sha256 } from "../lib/files.ts";
import { openCache } from "../lib/store.ts";
import { EnvironmentFailure } from "../problems/problem.ts";

interface CompressJob {
  /** The site, absolute. */
  folder: string;
  /** Where files are written before they are renamed into the site; removed at the end. */
  work: string;
  /** `.cache/compress`, absolute. */
  cache: string;
  onProgress?: (done: number, total: number) => void;
}

interface CompressResult {
  /** Files that have something beside them now. */
  files: number;
  /** Compressed files written; the others stood there already. */
  written: number;
}

/** Bytes of compressed files kept for later: some hundred builds. */
const cacheLimit = 2 ** 28;

/**
 * Puts Brotli and gzip beside every text file of a site, where both are smaller, and removes what an
 * earlier run left beside files that are no more. Each appears whole, by a rename.
 *
 * Never Brotli alone: nginx 1.22.1 with ngx_brotli answers 304 without `Vary` where there is no `.gz`.
 *
 * @throws EnvironmentFailure when another build took the site's place meanwhile
 */
export async function compressFolder(job: CompressJob): Promise<CompressResult> {
  const { folder, work } = job;
  const { ino } = await stat(folder);
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const sources = names.filter(isCompressible);
  const wanted = new Set<string>();
  let [written, made, done] = [0, 0, 0];
  try {
    await mkdir(work, { recursive: true });
    const cache = await openCache(job.cache);
    await runBounded(availableParallelism(), sources, async (source) => {
      const bytes = await readFile(path.join(folder, source));
      const compressed: [name: string, bytes: Buffer][] = [];
      for (const { ending, recipe, encode } of encodings) {
        const key = sha256(`${ending} ${recipe} ${sha256(bytes)}`);
        const kept = await cache.read(key);
        const encoded = kept ?? (await encode(bytes));
        if (!kept) {
          await cache.write(key, encoded);
          made += 1;
        }
        compressed.push([source + ending, encoded]);
      }
      const isWorthIt = compressed.every(([, { length }]) => length < bytes.length);
      for (const [name, encoded] of isWorthIt ? compressed : []) {
        wanted.add(name);
        if (await put(name, encoded, job)) written += 1;
      }
      done += 1;
      // Those in the cache are copied in a moment.
      if (made > 0) job.onProgress?.(done, sources.length);
    });
    await cache.prune(cacheLimit);
  } finally {
    await rm(work, { recursive: true, force: true });
    // Told before all else: what failed may have failed for that.
    await assertSame(folder, ino);
  }
  for (const name of names) {
    const isCompressed = encodings.some(({ ending }) => name.endsWith(ending));
    if (isCompressed && !wanted.has(name)) await rm(path.join(folder, name));
  }
  return { files: wanted.size / encodings.length, written };
}

async function assertSame(folder: string, ino: number): Promise<void> {
  const now = await stat(folder).catch(() => undefined);
  if (now?.ino === ino) return;
  throw new EnvironmentFailure(
    `${path.basename(folder)}/ was built anew while it was being compressed — run the command again`,
  );
}

/** Whether it had to be written. */
async function put(name: string, bytes: Buffer, { folder, work }: CompressJob): Promise<boolean> {
  const file = path.join(folder, name);
  if ((await ifThere(readFile(file)))?.equals(bytes)) return false;
  const temporary = path.join(work, sha256(name));
  await writeFile(temporary, bytes);
  await rename(temporary, file);
  return true;
}

/** A way in which hosts send compressed files. */
interface Encoding {
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
const encodings: readonly Encoding[] = [
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
