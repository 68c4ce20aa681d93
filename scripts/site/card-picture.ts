import { cropOriginal } from "../photos/encode.ts";
import type { PlannedPicture } from "../photos/make.ts";
import { readMeasured } from "../photos/original.ts";
import type { PlannedCard } from "./pages/planned-card.ts";

/** A social card as a picture to make, its photographs from their originals below `root`. */
export function cardPicture(planned: PlannedCard, root: string): PlannedPicture {
  const { path, key, card, photographs } = planned;
  return {
    path,
    key,
    async make() {
      // HarfBuzz and the map are not worth their start to a build that has all cards.
      const { drawCard } = await import("../outputs/cards/draw.ts");
      const cropped = await Promise.all(
        photographs.map(async ({ original, region, frame }) =>
          cropOriginal(await readMeasured(root, original), region, frame)
            .png({ compressionLevel: 0 })
            .toBuffer(),
        ),
      );
      return drawCard(card, cropped);
    },
  };
}
