import { random } from "../../../scripts/lib/lists.ts";
import { mutate } from "./mutate.ts";

/** A changed copy of one file that editors write. */
export interface Mutant {
  seed: number;
  /** An article stands as one more article, every other file in its own place. */
  file: string;
  bytes: Buffer;
}

/** The mutant that `seed` makes of one of `originals`, by path; the same on every machine. */
export function makeMutant(seed: number, originals: ReadonlyMap<string, Buffer>): Mutant {
  const next = random(seed);
  const files = [...originals.keys()];
  const isArticle = (file: string): boolean => /\/news\/(?!index\.md)/.test(file);
  const wanted = next() < 0.8;
  const candidates = files.filter((file) => isArticle(file) === wanted);
  const file = candidates[Math.floor(next() * candidates.length)] ?? "";
  const original = originals.get(file) ?? Buffer.alloc(0);
  if (!wanted) return { seed, file, bytes: mutate(original, next) };
  // No two pages of one language may have the same title.
  const own = original.toString("utf8").replace(/^(title: )/m, `$1No. ${seed * 7919} `);
  const name = file.replace(/[^/]*$/, `mutant-${seed}.md`);
  return { seed, file: name, bytes: mutate(Buffer.from(own), next) };
}
