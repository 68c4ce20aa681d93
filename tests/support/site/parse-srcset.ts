/** One candidate of a `srcset`. */
export interface Candidate {
  address: string;
  /** As written, such as `640w` or `2x`; empty where there is none. */
  descriptor: string;
}

/** The candidates of a `srcset`, whose addresses hold no comma and no space. */
export function parseSrcset(srcset: string): Candidate[] {
  return srcset
    .split(",")
    .map((candidate) => candidate.trim())
    .filter((candidate) => candidate !== "")
    .map((candidate) => {
      const [address = "", descriptor = ""] = candidate.split(/\s+/);
      return { address, descriptor };
    });
}
