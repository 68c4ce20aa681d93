import sharp from "sharp";

/** Pixels. As of the drawing's own media query, which browsers read and librsvg does not. */
const simpleUpTo = 32;

/** Shows the simple strokes of the drawing, class `s`, in place of the full ones, class `f`. */
const simple = "<style>.f{display:none}.s{display:inline}</style></svg>";

/**
 * Draws an SVG whose edges are all of one colour as a square PNG.
 *
 * @param size pixels a side
 * @param margin part of the side that is left on each edge, in the colour of the drawing's own edges
 * @throws if it cannot be read as SVG
 */
export async function drawIcon(svg: string, size: number, margin = 0): Promise<Buffer> {
  const edge = Math.round(size * margin);
  const inner = size - 2 * edge;
  const source = Buffer.from(inner > simpleUpTo ? svg : svg.replace(/<\/svg>\s*$/, simple));
  const { width, density } = await sharp(source).metadata();
  // Drawn at its size, and not scaled to it.
  return sharp(source, { density: ((density ?? 72) * inner) / width })
    .resize(inner, inner)
    .extend({ top: edge, bottom: edge, left: edge, right: edge, extendWith: "copy" })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** A square picture of an icon. */
interface IcoImage {
  /** Pixels a side, at most 256. */
  size: number;
  png: Uint8Array;
}

const headerBytes = 6;
const entryBytes = 16;

/**
 * Pictures as one `.ico`, each kept as the PNG that it is:
 * https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)
 */
export function ico(images: readonly IcoImage[]): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = headerBytes + entryBytes * images.length;
  const entries = images.map(({ size, png }) => {
    const entry = Buffer.alloc(entryBytes);
    // One byte a side, in which 256 is written as 0.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...images.map(({ png }) => png)]);
}

/** A square PNG for a home screen. */
export interface ManifestIcon {
  /** Address from the root of the host. */
  src: string;
  /** Pixels a side. */
  size: number;
  purpose: "any" | "maskable";
}

/** The site in one language, as a home screen shows it. */
interface HomeScreenEntry {
  name: string;
  /** For the place below an icon, which has room for a word or two. */
  shortName: string;
  description: string;
  /** BCP 47; both of the site's are written from left to right. */
  languageTag: string;
  /** Where it opens, from the root of the host; all addresses below are of the same language. */
  home: string;
  /** `#rrggbb` */
  colour: string;
  icons: readonly ManifestIcon[];
}

/**
 * A web application manifest: https://www.w3.org/TR/appmanifest/. Opened from a home screen the
 * site is still a page of the browser, whose address, print and share it needs.
 */
export function webManifest(entry: HomeScreenEntry): string {
  const manifest = {
    name: entry.name,
    short_name: entry.shortName,
    description: entry.description,
    lang: entry.languageTag,
    dir: "ltr",
    id: entry.home,
    start_url: entry.home,
    scope: entry.home,
    display: "browser",
    background_color: entry.colour,
    theme_color: entry.colour,
    icons: entry.icons.map(({ src, size, purpose }) => ({
      src,
      sizes: `${size}x${size}`,
      type: "image/png",
      purpose,
    })),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
