import type { Encoded } from "./encoded.ts";

/** The mean of how far encoded photographs are from what they were made of. */
export function meanDistance(encoded: readonly Encoded[]): number {
  return encoded.reduce((sum, { distance }) => sum + distance, 0) / encoded.length;
}
