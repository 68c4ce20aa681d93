import { posix } from "node:path";
import { plainName, sha256 } from "../lib/files.ts";
import type { Language } from "../lib/languages.ts";
import { compareCodeUnits } from "../lib/lists.ts";
import { encoders, encodersVersion, type Region, type RenditionFormat } from "./encode.ts";
import type { Original, Photograph } from "./original.ts";
import { type SlotName, slotNamed } from "./slots.ts";
import { tones } from "./tones.ts";
import { alternativeText } from "./use.ts";

/** Everything a template needs to show a photograph in a slot; no HTML in it. */
interface PictureModel {
  alt: string;
  caption: string;
  credit: string;
  /** Classes of the colour that stands there while the photograph loads, and of its shape. */
  classes: string;
  /** Pixels of `src`, for the `width` attribute. */
  width: number;
  /** Pixels of `src`, for the `height` attribute. */
  height: number;
  /** Address of the JPEG for browsers that know none of the sources. */
  src: string;
  sizes: string;
  /** In the order in which browsers should try them. */
  sources: { type: string; srcset: string }[];
}

interface PictureRequest {
  photograph: Photograph;
  language: Language;
  /** Alternative text of this use; it wins over the record's. */
  alt?: string | undefined;
  /** The site's base path, beginning and ending in a slash. */
  base: string;
  /** Takes note of each rendition that is named. */
  renditions: RenditionCollector;
}

/**
 * What is offered in all widths. Browsers that know no WebP, such as Safari before 14, are too old for the
 * styles too (Safari 15.4, Firefox 115, Chrome 109), and take the one JPEG.
 */
const offered: readonly RenditionFormat[] = ["avif", "webp"];

/**
 * Pixels of that JPEG, and of those for feeds and search engines: enough for a laptop, and for previews in
 * search results, which ask for 1200, https://developers.google.com/search/docs/appearance/structured-data/article
 */
const jpegWidth = 1280;

/** Describes a photograph in a slot and notes the renditions it takes. Throws where alternative text is missing. */
export function pictureModel(request: PictureRequest & { slot: SlotName }): PictureModel {
  const { original, record } = request.photograph;
  const { language, base, renditions } = request;
  const slot = slotNamed(request.slot);
  const alt = alternativeText(request.alt, record, language);
  if (alt === "") throw new Error(`${original.path} has no alternative text in “${language}”`);

  const region = cropRegion(original, record.focus, slot.ratio);
  const { widths, urgent, sizes, shapeClass } = slot.fit(region);
  const plan = (width: number, format: RenditionFormat) =>
    renditions.add(planRendition(original, region, width, format, width === urgent));
  const fallback = plan(Math.min(jpegWidth, Math.max(...widths)), "jpeg");
  const tone = tones[original.tone];
  if (!tone) throw new RangeError(`${original.path} has no tone`);
  return {
    alt,
    caption: record.caption[language],
    credit: record.credit[language],
    classes: [tone.className, shapeClass ?? []].flat().join(" "),
    width: fallback.width,
    height: fallback.height,
    src: renditionAddress(base, fallback),
    sizes,
    sources: offered.map((format) => ({
      type: encoders[format].type,
      srcset: widths
        .map((width) => plan(width, format))
        .map((each) => `${renditionAddress(base, each)} ${each.width}w`)
        .join(", "),
    })),
  };
}

/** One JPEG of a photograph, for readers that choose among no sources: feeds and search engines. */
interface FixedPicture {
  /** Address below the base path; the caller makes it absolute. */
  src: string;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
  alt: string;
}

/**
 * See {@link FixedPicture}.
 *
 * @param ratio width by height of the crop around the focal point; the whole photograph unless given
 */
export function fixedPicture(request: PictureRequest, ratio?: number): FixedPicture {
  const { original, record } = request.photograph;
  const region = cropRegion(original, record.focus, ratio);
  const width = Math.min(jpegWidth, region.width);
  const rendition = request.renditions.add(planRendition(original, region, width, "jpeg"));
  return {
    src: renditionAddress(request.base, rendition),
    width: rendition.width,
    height: rendition.height,
    alt: alternativeText(request.alt, record, request.language),
  };
}

/**
 * The largest part of a picture with a ratio of width to height, its middle as near the focal point
 * (fractions from the left and top edge) as the edges allow. Without a ratio the whole picture.
 */
export function cropRegion(
  picture: { width: number; height: number },
  focus: { x: number; y: number },
  ratio = picture.width / picture.height,
): Region {
  const width = Math.max(1, Math.min(picture.width, Math.round(picture.height * ratio)));
  const height = Math.max(1, Math.min(picture.height, Math.round(picture.width / ratio)));
  return {
    left: within(focus.x * picture.width - width / 2, picture.width - width),
    top: within(focus.y * picture.height - height / 2, picture.height - height),
    width,
    height,
  };
}

function within(start: number, last: number): number {
  return Math.min(Math.max(Math.round(start), 0), last);
}

/** One file to be made of an original: what it is called, and all that decides its bytes. */
export interface Rendition {
  /** File name below `photos/`, such as `huangpu-river-780.1a2b3c4d5e.avif`. */
  name: string;
  /** SHA-256 of the original's hash, this recipe and the encoders' versions. */
  key: string;
  /** Path of the original from the project's root. */
  originalPath: string;
  /** SHA-256 of the original's bytes. */
  originalHash: string;
  format: RenditionFormat;
  /** A first visit waits for it, so it may lose more. */
  urgent: boolean;
  /** The part of the upright original that is shown. */
  region: Region;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
}

/**
 * Plans one rendition of an original, at once and without looking at a file: its name follows from the
 * original's hash, the recipe, the encoders' versions and all that decides their quality, so that it may
 * be cached for ever.
 * `width` is at most the region's.
 */
function planRendition(
  original: Original,
  region: Region,
  width: number,
  format: RenditionFormat,
  urgent = false,
): Rendition {
  if (width > region.width) throw new RangeError(`${original.path} would be enlarged to ${width}`);
  const height = Math.max(1, Math.round((width * region.height) / region.width));
  const { extension } = encoders[format];
  const { left, top } = region;
  const part = [left, top, region.width, region.height];
  const recipe = [original.sha256, format, urgent, part, width, height, encodersVersion];
  const key = sha256(JSON.stringify(recipe));
  const stem = plainName(posix.parse(original.path).name.toLowerCase()) || "photo";
  return {
    name: `${stem}-${width}.${key.slice(0, 10)}.${extension}`,
    key,
    originalPath: original.path,
    originalHash: original.sha256,
    format,
    urgent,
    region,
    width,
    height,
  };
}

type RenditionCollector = ReturnType<typeof renditionCollector>;

/** Notes each rendition that a page asks for, once. A new one for every build. */
export function renditionCollector() {
  const renditions = new Map<string, Rendition>();
  return {
    add(rendition: Rendition): Rendition {
      const known = renditions.get(rendition.name);
      if (known !== undefined && known.key !== rendition.key) {
        throw new Error(`two different renditions are both called ${rendition.name}`);
      }
      renditions.set(rendition.name, rendition);
      return rendition;
    },
    /** The one of this name, if it was asked for. */
    named: (name: string) => renditions.get(name),
    /** Everything asked for, by name, whatever the order of asking. */
    all: () => [...renditions.values()].sort((a, b) => compareCodeUnits(a.name, b.name)),
  };
}

/** Address of a rendition below the site's base path, which begins and ends in a slash. */
function renditionAddress(base: string, rendition: Rendition): string {
  return `${base}photos/${rendition.name}`;
}
