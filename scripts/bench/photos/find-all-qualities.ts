import { availableParallelism } from "node:os";
import { runBounded } from "../../lib/run-bounded.ts";
import type { Original } from "../../photos/original.ts";
import type { Qualities, QualityBook } from "../../photos/quality-book.ts";

/** The qualities of originals, in their order, with every processor at work. */
export function findAllQualities(
  originals: readonly Original[],
  book: QualityBook,
): Promise<Qualities[]> {
  return runBounded(availableParallelism(), originals, (original) => book.of(original));
}
