import { readdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { runBounded } from "../../lib/files.ts";
import { openCache } from "../../lib/store.ts";
import { inspectOriginal, measureCache, type Original } from "../../photos/original.ts";
import { pictureModel, type Rendition, renditionCollector } from "../../photos/picture.ts";

const words = { en: "A view", zh: "风景" };
const record = {
  ...{ alt: words, caption: words, credit: words },
  licence: "CC0-1.0",
  focus: { x: 0.5, y: 0.5 },
};

/**
 * Inspects every photograph in `assets/photos/` below `root` and asks for it as an article does.
 *
 * @param cache `.cache/photos`, absolute
 */
export async function planPhotographs(
  root: string,
  cache: string,
): Promise<{ originals: Original[]; renditions: Rendition[] }> {
  const names = (await readdir(path.join(root, "assets/photos"))).sort();
  const measures = measureCache(await openCache(path.join(cache, "measures")));
  const inspected = await runBounded(availableParallelism(), names, (name) =>
    inspectOriginal(root, `assets/photos/${name}`, measures),
  );
  const originals = inspected.map(({ original }, index) => {
    if (!original) throw new Error(`${names[index]} cannot be used`);
    return original;
  });
  const renditions = renditionCollector();
  for (const original of originals) {
    const photograph = { original, record };
    pictureModel({ photograph, slot: "article", language: "en", base: "/", renditions });
  }
  return { originals, renditions: renditions.all() };
}
