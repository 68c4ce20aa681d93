import { readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { fileOfAddress } from "../lib/addresses.ts";
import { ifThere } from "../lib/files.ts";
import { compareCodeUnits } from "../lib/lists.ts";
import type { Progress } from "../site/site-file.ts";
import { openSheet } from "./sheet.ts";
import { planShots, type Shot, takeShots } from "./shots.ts";

/** Two builds of a site. */
interface TwoSites {
  before: string;
  after: string;
}

/**
 * Those of `addresses` whose pages have not the same bytes in both sites, or are in one alone. First
 * those that are the least deep, the two languages of a page side by side.
 */
export async function changedPages(
  { before, after }: TwoSites,
  addresses: readonly string[],
): Promise<string[]> {
  const changed: string[] = [];
  for (const address of addresses) {
    const [old, now] = await Promise.all(
      [before, after].map((site) => ifThere(readFile(path.join(site, fileOfAddress(address))))),
    );
    if (!(old && now?.equals(old))) changed.push(address);
  }
  const bare = (address: string) => address.replace(/^\/zh\//, "/");
  const depth = (address: string) => bare(address).split("/").length;
  return changed.sort((a, b) => depth(a) - depth(b) || compareCodeUnits(bare(a), bare(b)));
}

interface ComparisonOrder extends TwoSites {
  /** Where both are served: begins and ends with `/`. */
  prefix: string;
  addresses: readonly string[];
  /** Emptied first: what lies in it is of one run. */
  out: string;
}

/**
 * Takes every shot of the pages in both sites, and lays out on a contact sheet those that differ: the old
 * picture on the left, the new one on the right, grey where there is none.
 *
 * @returns the shots that differ
 */
export async function shootChanges(order: ComparisonOrder, progress: Progress): Promise<Shot[]> {
  const { before, after, prefix, addresses, out } = order;
  const shots = planShots(addresses);
  const different = new Set<Shot>();
  const sheet = await openSheet(out, "pairs");
  const see = async (shot: Shot, pictures: readonly (Buffer | undefined)[]) => {
    const [old, now] = pictures;
    if (old && now?.equals(old)) return;
    different.add(shot);
    await sheet.put(shot, await sideBySide(pictures), await firstDifference(old, now));
  };
  await takeShots({ sites: [before, after], prefix, shots, see }, progress);
  // Not in the order in which they were done.
  const found = shots.filter((shot) => different.has(shot));
  await sheet.write(found);
  return found;
}

/** Between the two pictures, in pixels. */
const gap = 24;
/** Neither of a page by day nor of one by night. */
const grey = "#888888";

async function sideBySide(pictures: readonly (Buffer | undefined)[]): Promise<Buffer> {
  const sizes = await Promise.all(pictures.map(async (png) => png && sharp(png).metadata()));
  const column = Math.max(...sizes.map((size) => size?.width ?? 0));
  const height = Math.max(...sizes.map((size) => size?.height ?? 0));
  const width = column * 2 + gap;
  const placed = pictures.flatMap((input, index) =>
    input ? [{ input, top: 0, left: index * (column + gap) }] : [],
  );
  return sharp({ create: { width, height, channels: 3, background: grey } })
    .composite(placed)
    .png({ compressionLevel: 4 })
    .toBuffer();
}

/** How much of what is the same is shown above the first difference, in pixels. */
const sameAbove = 100;

/** Where a picture of two pages is to begin so that their first difference is seen, in pixels from the top. */
async function firstDifference(old: Buffer | undefined, now: Buffer | undefined): Promise<number> {
  if (!old || !now) return 0;
  const [a, b] = await Promise.all(
    [old, now].map((png) => sharp(png).raw().toBuffer({ resolveWithObject: true })),
  );
  if (!a || !b) return 0;
  const row = a.info.width * a.info.channels;
  let same = 0;
  const rowOf = ({ data }: typeof a) => data.subarray(same * row, (same + 1) * row);
  while (rowOf(a).length > 0 && rowOf(a).equals(rowOf(b))) same += 1;
  return Math.max(0, same - sameAbove);
}
