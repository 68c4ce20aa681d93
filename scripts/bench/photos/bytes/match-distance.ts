import { availableParallelism } from "node:os";
import { runBounded } from "../../../lib/files.ts";
import type { ComparedPhotograph } from "./compared-photograph.ts";
import { encodeAt } from "./encode-at.ts";
import type { Encoded } from "./encoded.ts";
import { meanDistance } from "./mean-distance.ts";

/** Similarities between which the target is looked for. */
const range = { least: 0.9, most: 0.99 };
const steps = 4;

/**
 * Encodes photographs in AVIF by the lowest target of our pipeline at which they are, all in all, no farther
 * from what they were made of than `distance`.
 *
 * @returns in the order of the photographs
 */
export async function matchDistance(
  photographs: readonly ComparedPhotograph[],
  distance: number,
): Promise<Encoded[]> {
  const at = (target: number): Promise<Encoded[]> =>
    runBounded(availableParallelism(), photographs, (each) => encodeAt(each, target));
  let { least, most } = range;
  let best = await at(most);
  for (let step = 0; step < steps; step += 1) {
    const middle = (least + most) / 2;
    const encoded = await at(middle);
    if (meanDistance(encoded) <= distance) [best, most] = [encoded, middle];
    else least = middle;
  }
  return best;
}
