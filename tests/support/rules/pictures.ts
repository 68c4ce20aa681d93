import { readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { resolveReference } from "../references.ts";
import { onEachPage, type Page, pageImages, type Site } from "../site.ts";

/** Each `img` has its words and its box; each choice of widths says how wide the picture stands. */
export function imageAttributes(site: Site): string[] {
  return onEachPage(site, ({ tags }) =>
    tags.flatMap(({ name, attributes }) => {
      const faults: string[] = [];
      const where = `<${name}> ${attributes.src ?? attributes.srcset ?? ""}`;
      if (name === "img") {
        if (attributes.alt === undefined) faults.push(`${where}: no alt`);
        for (const side of ["width", "height"]) {
          if (!/^[1-9]\d*$/.test(attributes[side] ?? "")) faults.push(`${where}: no ${side}`);
        }
        if (!attributes.src) faults.push(`${where}: no src`);
      }
      if (/\s\d+w/.test(attributes.srcset ?? "") && !attributes.sizes) {
        faults.push(`${where}: widths without sizes`);
      }
      return faults;
    }),
  );
}

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

/**
 * The first image of a page is fetched before all else, the others when the reader comes near; both
 * of Welcome's screens are fetched at once, the first of them before the second.
 */
export function imageLoading(site: Site): string[] {
  return onEachPage(site, (page) => {
    const isWelcome = page.address === "/" || page.address === "/zh/";
    return pageImages(page).flatMap(({ attributes }, index) => {
      const isLazy = index > (isWelcome ? 1 : 0);
      const { src, loading = "eager", fetchpriority } = attributes;
      const faults: string[] = [];
      if (loading !== (isLazy ? "lazy" : "eager")) faults.push(`${src}: loading="${loading}"`);
      const priority = index === 0 ? "high" : isLazy ? undefined : "low";
      if (fetchpriority !== priority) faults.push(`${src}: fetchpriority="${fetchpriority}"`);
      return faults;
    });
  });
}

const endings = new Set([".avif", ".gif", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp"]);
const blocks = ["exif", "icc", "iptc", "xmp", "tifftagPhotoshop", "comments"] as const;

/** Every picture decodes to its last row, and holds no word on camera, place or person. */
export async function cleanPictures(site: Site): Promise<string[]> {
  const files = [...site.files].filter((file) => endings.has(path.extname(file).toLowerCase()));
  const faults: string[] = [];
  for (const file of files) {
    // The bytes, since sharp remembers files by name.
    const bytes = await readFile(path.join(site.folder, file));
    const picture = sharp(bytes, { failOn: "warning" });
    try {
      const metadata = await picture.metadata();
      const found = blocks.filter((block) => metadata[block] !== undefined);
      if (found.length > 0) faults.push(`${file}  holds ${found.join(", ")}`);
      if ((metadata.orientation ?? 1) !== 1) faults.push(`${file}  is not upright`);
      await picture.raw().toBuffer();
    } catch (error) {
      faults.push(`${file}  ${String(error)}`);
    }
  }
  return faults;
}
