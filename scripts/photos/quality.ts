import sharp from "sharp";
import {
  type Encoding,
  encoders,
  fromPixels,
  inFormat,
  type Pixels,
  type RenditionFormat,
  takePixels,
} from "./encode.ts";

/** What a trial is to lose, see {@link dissimilarity}: a Butteraugli 3-norm of about 1. */
const aimedLoss = 0.15;

/** Steps of quality that a picture may be below, because a first visit on a telephone waits for it. */
const haste = 8;

/** Steps of quality from the usual one: the formula holds no further. */
const reach = 6;

/** The loss by {@link dissimilarity} up to which half the resolution of colour is not seen. */
const colourLoss = 1 / 3;

/**
 * How a picture is to be encoded in a format so that the eye finds as much fault with it as with any
 * other: with its colour at half the resolution where that shows nowhere, and at the format's usual
 * quality, moved by what one trial of it loses in its worst places. The picture is looked at in the size
 * in which it is shown.
 *
 * The numbers were found on 19 photographs, 832 px wide, with the 3-norm of Butteraugli (libjxl 0.7),
 * which is too slow for a build: AVIF is at 0.8 to 1.3 from all of them, 1 being what nobody sees, while
 * the least quality of one mean structural similarity was at 0.8 to 7.8.
 */
export async function encodingFor(
  picture: Pixels,
  { format, urgent }: { format: RenditionFormat; urgent: boolean },
): Promise<Encoding> {
  const { usual, step, trial } = encoders[format].quality;
  const halfColour = dissimilarity(picture, await withHalfColour(picture)) <= colourLoss;
  const encoded = inFormat(fromPixels(picture), format, { quality: usual, halfColour, ...trial });
  const result = await takePixels(sharp(await encoded.toBuffer()));
  // Fine grain is lost first and missed least: at half the size it counts less.
  const loss = dissimilarity(await halfSize(picture), await halfSize(result));
  const moved = Math.max(-reach, Math.min(Math.round(step * Math.log(loss / aimedLoss)), reach));
  return { quality: usual + moved - (urgent ? haste : 0), halfColour };
}

/** The picture as it is when its colour is stored at half the resolution, and nothing else is lost. */
async function withHalfColour(picture: Pixels): Promise<Pixels> {
  const options = { quality: 100, chromaSubsampling: "4:2:0" };
  return takePixels(sharp(await fromPixels(picture).jpeg(options).toBuffer()));
}

function halfSize(picture: Pixels): Promise<Pixels> {
  const [width, height] = [picture.width, picture.height].map((side) => Math.ceil(side / 2));
  return takePixels(fromPixels(picture).resize(width, height, { fit: "fill", kernel: "linear" }));
}

/** Contrast below which an error hides no better: that of structural similarity, (0.03 · 255)². */
const leastContrast = (0.03 * 255) ** 2;

/**
 * How unlike two pictures of one size are where they are least alike; 0 where they are the same.
 *
 * In windows of 8 × 8 px, half over one another, the square error in lightness and in red against green
 * (the eye sees blue against yellow less sharply), relative to the contrast there is to hide it; of all
 * windows the 12-norm, so that the worst decide. It is what structural similarity has below its fraction
 * line, with the whole error above it: Wang and others, “Image Quality Assessment: From Error Visibility
 * to Structural Similarity”, 2004.
 */
function dissimilarity(one: Pixels, other: Pixels): number {
  const starts = (side: number) => Array.from({ length: Math.ceil(side / 4) }, (_, at) => 4 * at);
  const blocks = starts(one.height).map((top) =>
    starts(one.width).map((left) => blockSums(one, other, left, top)),
  );
  let [windows, total] = [0, 0];
  for (const row of blocks.keys()) {
    const [upper = [], lower = []] = blocks.slice(row, row + 2);
    for (const column of upper.keys()) {
      const window = [...upper.slice(column, column + 2), ...lower.slice(column, column + 2)];
      const mean = (key: keyof Sums) =>
        window.reduce((sum, block) => sum + block[key], 0) /
        window.reduce((sum, { pixels }) => sum + pixels, 0);
      const contrast = mean("squares") - mean("light") ** 2 - mean("otherLight") ** 2;
      total += (mean("error") / (contrast + leastContrast)) ** 6;
      windows += 1;
    }
  }
  return (total / windows) ** (1 / 12);
}

/** Of 4 × 4 px, fewer at the right and lower edge. */
interface Sums {
  pixels: number;
  error: number;
  light: number;
  otherLight: number;
  /** Of both. */
  squares: number;
}

function blockSums(one: Pixels, other: Pixels, left: number, top: number): Sums {
  const sums = { pixels: 0, error: 0, light: 0, otherLight: 0, squares: 0 };
  for (let y = top; y < Math.min(top + 4, one.height); y += 1) {
    for (let x = left; x < Math.min(left + 4, one.width); x += 1) {
      const at = 3 * (y * one.width + x);
      const [light, otherLight] = [lightness(one.data, at), lightness(other.data, at)];
      const red =
        redness * (one.data.readUInt8(at) - light - other.data.readUInt8(at) + otherLight);
      sums.pixels += 1;
      sums.error += (light - otherLight) ** 2 + red ** 2;
      sums.light += light;
      sums.otherLight += otherLight;
      sums.squares += light ** 2 + otherLight ** 2;
    }
  }
  return sums;
}

// Y and Cr as JPEG and WebP have them, ITU-R BT.601.

const redness = 0.713;

function lightness(data: Buffer, at: number): number {
  return (
    0.299 * data.readUInt8(at) + 0.587 * data.readUInt8(at + 1) + 0.114 * data.readUInt8(at + 2)
  );
}
