import type { BenchGroup } from "./bench.ts";
import { benchPhotos } from "./bench-photos.ts";
import { benchPreview } from "./bench-preview.ts";
import { benchScale } from "./bench-scale.ts";
import { benchServed } from "./bench-served.ts";
import { benchSite } from "./bench-site.ts";

/** All groups by the names they are asked for by: `npm run bench -- scale`; in the table's order. */
export const groups: Readonly<Record<string, BenchGroup>> = {
  site: benchSite,
  scale: benchScale,
  photos: benchPhotos,
  preview: benchPreview,
  served: benchServed,
};
