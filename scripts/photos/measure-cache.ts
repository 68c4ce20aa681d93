import sharp from "sharp";
import { z } from "zod";
import type { Cache } from "../cache/open-cache.ts";
import { sha256 } from "../lib/sha256.ts";
import { limits } from "./limits.ts";
import { type Measure, originalFormats } from "./original.ts";
import { parseJson } from "./parse-json.ts";
import { tones } from "./tones.ts";

/** Raise it when the checks or the measure change, so that old verdicts are not taken for new ones. */
const revision = 1;

const measureSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  width: z.int().positive(),
  height: z.int().positive(),
  format: z.enum(originalFormats),
  tone: z
    .int()
    .min(0)
    .max(tones.length - 1),
});

/** Bytes that all verdicts together may take: some tens of thousands of photographs. */
export const measureCacheLimit = 16 * 2 ** 20;

/** Sound verdicts by the hash of the original's bytes; of faults nothing is kept. */
export interface MeasureCache {
  read(originalHash: string): Promise<Measure | undefined>;
  write(measure: Measure): Promise<void>;
}

/** Keeps measures in a cache. What does not read as this original's measure is measured anew. */
export function measureCache(cache: Cache): MeasureCache {
  const judges = JSON.stringify([revision, limits, sharp.versions, tones.map(({ hex }) => hex)]);
  const keyOf = (originalHash: string) => sha256(`${originalHash} ${judges}`);
  return {
    async read(originalHash) {
      const bytes = await cache.read(keyOf(originalHash));
      const kept = measureSchema.safeParse(parseJson(bytes?.toString("utf8")));
      return kept.success && kept.data.sha256 === originalHash ? kept.data : undefined;
    },
    write: (measure) => cache.write(keyOf(measure.sha256), Buffer.from(JSON.stringify(measure))),
  };
}
