import path from "node:path";
import sharp from "sharp";
import { pageImages } from "../site/page-images.ts";
import type { Page, Site } from "../site/read-site.ts";
import { resolveReference } from "../site/resolve-reference.ts";

/** Media types by the name that sharp has for the format; AVIF is a kind of HEIF to it. */
const mediaTypes: Readonly<Record<string, string>> = {
  heif: "image/avif",
  jpeg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
};

interface Picture {
  width: number;
  height: number;
  type: string | undefined;
}

/** Each file of an `img` is as wide as promised, of the type promised, and fits the box kept free. */
export async function imageFiles(site: Site): Promise<string[]> {
  const read = new Map<string, Promise<Picture>>();
  const pictureOf = (file: string): Promise<Picture> => {
    const known = read.get(file) ?? readPicture(path.join(site.folder, file));
    read.set(file, known);
    return known;
  };
  const faults: string[] = [];
  for (const page of site.pages) {
    for (const fault of await pageFaults(site, page, pictureOf)) {
      faults.push(`${page.address}  ${fault}`);
    }
  }
  return faults;
}

async function pageFaults(
  site: Site,
  page: Page,
  pictureOf: (file: string) => Promise<Picture>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const candidate of pageImages(page).flatMap(({ candidates }) => candidates)) {
    const { address, descriptor, type } = candidate;
    const target = resolveReference(site, page.file, address);
    if (target.kind !== "file") {
      faults.push(`${address}: no file of the site`);
      continue;
    }
    const picture = await pictureOf(target.file);
    if (descriptor.endsWith("w") && descriptor !== `${picture.width}w`) {
      faults.push(`${address}: said to be ${descriptor}, is ${picture.width} px wide`);
    }
    if (type !== undefined && type !== picture.type) {
      faults.push(`${address}: said to be ${type}, is ${picture.type}`);
    }
    const expected = (picture.width * candidate.height) / candidate.width;
    // Whole pixels: half of one is lost to rounding in the file and half in the attributes.
    if (!(Math.abs(picture.height - expected) <= 1)) {
      const box = `${candidate.width} × ${candidate.height}`;
      faults.push(`${address}: ${picture.width} × ${picture.height} does not fit ${box}`);
    }
  }
  return faults;
}

async function readPicture(file: string): Promise<Picture> {
  const { width, height, format } = await sharp(file).metadata();
  return { width, height, type: mediaTypes[format] };
}
