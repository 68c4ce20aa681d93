import { ssimulacra } from "./ssimulacra.ts";

/** A photograph as it was encoded. */
export interface Encoded {
  bytes: Buffer;
  /** From what it was made of; see `ssimulacra`. */
  distance: number;
}

/** Measures how far an encoded photograph is from what it was made of. */
export async function measureEncoded(reference: Buffer, bytes: Buffer): Promise<Encoded> {
  return { bytes, distance: await ssimulacra(reference, bytes) };
}
